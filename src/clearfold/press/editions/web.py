"""The web page: for telephones and every other screen, and for who prints at home."""

from clearfold.model.media_types import HTML
from clearfold.press.edition import Edition
from clearfold.press.template.page_furniture import browsed
from clearfold.press.writers import web_page

WEB = Edition(
    name="web",
    label="Web page",
    media_type=HTML,
    suffix=".html",
    template="web/body.xhtml.j2",
    style_sheets=("crops.css", "web.css"),
    write=web_page,
    furniture=browsed,
    languages=True,
    line=1,  # each table can be shown as rows: its window tells whether it is
)
