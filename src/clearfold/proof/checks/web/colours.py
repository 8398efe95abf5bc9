"""Web page: the association's colours can be read on the page's grounds."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
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
        measured = _contrast(letters, ground)
        if measured < LEAST:
            fact = f"{letters} on {ground}: {measured:.1f}:1, and not {LEAST:.0f}:1"
            yield finding("WEB-009", None, found=letters, fact=fact)


def _contrast(one: str, two: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour as #rrggbb (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
