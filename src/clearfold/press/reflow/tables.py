"""Keep a table a table: one that is shown as rows loses its meaning in browsers unless its roles are written out."""

from lxml import etree

from clearfold.press.reflow.markup import XHTML, local_name

# What each element is in a table (HTML Accessibility API Mappings 1.0); a header cell's role follows from its scope.
# A caption keeps its own: EPUBCheck and Ace allow none on it.
ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tfoot": "rowgroup", "tr": "row", "td": "cell"}


def say_roles(root: etree._Element) -> None:
    """Write the roles in tables that the style sheet shows as rows."""
    for table in root.iter(f"{XHTML}table"):
        if "stacked" in table.get("class", "").split():
            for element in table.iter(*(f"{XHTML}{name}" for name in (*ROLES, "th"))):
                by_row = element.get("scope", "").startswith("row")
                element.set("role", ROLES.get(local_name(element), "rowheader" if by_row else "columnheader"))
