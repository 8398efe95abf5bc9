"""Web page: each picture is the copy's own, as it is published, under the copy's alternative."""

from base64 import b64decode
from binascii import Error
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.expect.shown_pictures import original, shown_as
from clearfold.proof.findings.finding import finding, quoted


def embedded(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find pictures that are not those of the copy under their alternatives."""
    page = evidence.web
    if page is None or not evidence.ours:
        return
    files = evidence.expected.pictures
    ours = Counter((fold(said), shown_as(Path(path)) if path else "") for said, path in files)
    held = sorted({Path(path) for _, path in files if path})
    shown = [(picture.get("alt") or "", _digest(picture.get("src") or "", held)) for picture in page.body.iter("img")]
    theirs = Counter((fold(said), made) for said, made in shown)
    known = {said for said, _ in ours}, {made for _, made in ours}
    for said, made in (theirs - ours).elements():
        if said not in known[0] and made in known[1]:
            continue  # its words are not the copy's, of which the text's own checks tell
        yield finding(
            "WEB-008",
            None,
            found=said,
            fact=message("{said} stands for another picture", said=quoted(said or message("decoration"))),
        )
    if theirs < ours:
        yield finding(
            "WEB-008",
            None,
            fact=message(
                "{total} of {total2} are not in the page", total=ours.total() - theirs.total(), total2=ours.total()
            ),
        )


def _digest(address: str, files: Sequence[Path]) -> str:
    """Return the digest of the file of a picture in the page, "" where none is."""
    head, _, data = address.partition(",")
    try:
        return original(b64decode(data, validate=True), files) if head.endswith(";base64") else ""
    except (Error, ValueError):
        return ""
