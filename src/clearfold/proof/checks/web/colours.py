"""Web page: the association's colours can be read on the page's grounds."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.page.contrast import contrast
from clearfold.proof.readers.web.made import own_part, tokens

LEAST = 7.0  # WCAG 2.2, 1.4.6
PAPER, INK, PRIMARY, TINT = "#ffffff", "#141414", "#12305c", "#eaf0f9"  # of styles/web.css, in its light colours


def contrast_of_tokens(evidence: Evidence) -> Iterator[Diagnostic]:
    """Measure the colours that the page takes from the association, on each ground on which they stand."""
    page = evidence.web
    own = own_part(page.sheets[0]) if page is not None and len(page.sheets) == 1 else None
    if own is None:
        return
    given = tokens(own)
    primary, tint = given.get("--brand-primary", PRIMARY), given.get("--brand-tint", TINT)
    for letters, ground in ((primary, PAPER), (primary, tint), (INK, tint)):
        measured = contrast(_channels(letters), _channels(ground))
        if measured < LEAST:
            fact = message(
                "{letters} on {ground}: {measured:.1f}:1, and not {least:.0f}:1",
                letters=letters,
                ground=ground,
                measured=measured,
                least=LEAST,
            )
            yield finding("WEB-009", None, found=letters, fact=fact)


def _channels(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of a colour as #rrggbb, each from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
