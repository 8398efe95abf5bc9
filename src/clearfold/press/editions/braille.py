"""Braille: on paper, for any embosser (BRF) and for those that know PEF, and for braille displays (eBraille)."""

from clearfold.model.braille import Sheet
from clearfold.model.media_types import BRF, EBRAILLE, PEF
from clearfold.press.edition import Edition
from clearfold.press.template.page_furniture import embossed
from clearfold.press.writers import braille_book, braille_pages, braille_pef, no_braille

_TEMPLATE = "braille/body.xhtml.j2"

BRAILLE = Edition(
    name="braille",
    label="Braille",
    media_type=BRF,
    suffix="-braille.brf",
    template=_TEMPLATE,
    style_sheets=(),
    write=braille_pages,
    furniture=embossed,
    line=1,
    on_request=True,
    kept_from=no_braille,
    sheet=Sheet(),
)
BRAILLE_PEF = Edition(
    name="braille-pef",
    label="Braille",
    media_type=PEF,
    suffix="-braille.pef",
    template=_TEMPLATE,
    style_sheets=(),
    write=braille_pef,
    furniture=embossed,
    line=1,
    on_request=True,
    kept_from=no_braille,
    sheet=Sheet(),
)
EBRAILLE_BOOK = Edition(
    name="ebraille",
    label="Braille",
    media_type=EBRAILLE,
    suffix=".ebrl",
    template=_TEMPLATE,
    style_sheets=(),
    write=braille_book,
    furniture=embossed,
    line=1,
    on_request=True,
    kept_from=no_braille,
    contents=False,
    sheet=Sheet(width=0, lines=0, volume=0),
)
