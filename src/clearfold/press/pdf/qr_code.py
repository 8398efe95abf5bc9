"""Draw the QR code that leads from the printed brochure to where it stands online."""

from io import BytesIO

from clearfold.press.edition import Edition
from clearfold.press.leaflet import Leaflet

CODE = "made:code.svg"
QUIET = 4  # modules of white around a code: ISO/IEC 18004, 9.1


def online_code(leaflet: Leaflet, edition: Edition) -> dict[str, bytes]:
    """Return the picture of the code by its name; nothing without an address, or where readers follow a link."""
    address = leaflet.metadata.online
    if not address or edition.paper is None or edition.paper.screen:
        return {}
    import segno

    drawn = BytesIO()
    # A quarter of the modules may be lost (level Q), to a fold or a stain, and the code is still read.
    code = segno.make_qr(address, error="q", boost_error=False)
    code.save(drawn, kind="svg", border=QUIET, xmldecl=False, svgclass=None, lineclass=None, omitsize=True)
    return {CODE.partition(":")[2]: drawn.getvalue()}
