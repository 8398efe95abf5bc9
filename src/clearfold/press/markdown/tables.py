"""Tables: captions, header cells and their scope, from what Markdown can say of a table."""

from lxml import etree
from lxml.html import HtmlElement

MARK = "Table:"


def finish(root: HtmlElement) -> None:
    """Give every table its caption, header rows and header columns, as docs/writing.md says."""
    for table in root.iter("table"):
        _take_caption(table)
        _head_columns(table)
        _scope(table)


def _take_caption(table: HtmlElement) -> None:
    before = table.getprevious()
    if before is None or before.tag != "p" or not (before.text or "").startswith(MARK):
        return
    caption = etree.Element("caption")
    caption.text = (before.text or "").removeprefix(MARK).lstrip()
    caption.extend(list(before))
    before.drop_tree()
    table.insert(0, caption)


def _head_columns(table: HtmlElement) -> None:
    rows = [row for row in table.iterfind("tbody/tr") if len(row)]
    if table.find("tbody//th") is not None or not rows:
        return
    corner = table.find("thead/tr/th")
    empty_corner = corner is not None and not _filled(corner)
    if not empty_corner and not all(_is_bold(row[0]) for row in rows):
        return
    for row in rows:
        row[0].tag = "th"
        row[0].set("scope", "row")
        if _is_bold(row[0]):
            row[0][0].drop_tag()


def _scope(table: HtmlElement) -> None:
    for cell in table.iter("td", "th"):
        if cell.tag == "th" and not _filled(cell):
            # An empty header cell is no header: WCAG 2.2, technique H63.
            cell.tag = "td"
            cell.attrib.pop("scope", None)
        if cell.tag == "th" and not cell.get("scope"):
            in_head = cell.getparent().getparent().tag == "thead"
            group = "group" if int(cell.get("colspan" if in_head else "rowspan", "1")) > 1 else ""
            cell.set("scope", ("col" if in_head else "row") + group)


def _filled(cell: HtmlElement) -> bool:
    return bool("".join(cell.itertext()).strip()) or cell.find(".//img") is not None


def _is_bold(cell: HtmlElement) -> bool:
    return (
        len(cell) == 1
        and cell[0].tag == "strong"
        and not (cell.text or "").strip()
        and not (cell[0].tail or "").strip()
    )
