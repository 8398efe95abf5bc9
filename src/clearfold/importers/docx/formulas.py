"""Formulas in one line (Office Math): what stands above or below others goes between brackets."""

from lxml import etree

from clearfold.importers.docx.names import attribute, child, children, name_of
from clearfold.importers.mathml import grouped


def linear(element: etree._Element) -> str:
    """Return a formula in one line."""
    return "".join(map(_one, element))


def letters(element: etree._Element) -> str:
    """Return the letters of a formula as they stand in the file, one after the other."""
    return "".join(one.text or "" for one in element.iter() if name_of(one) == "m:t")


def _one(one: etree._Element) -> str:
    name = name_of(one)

    def part(which: str) -> str:
        found = child(one, f"m:{which}")
        return linear(found) if found is not None else ""

    match name:
        case "m:r":
            return "".join(text.text or "" for text in children(one, "m:t"))
        case "m:f":
            return f"{grouped(part('num'))}/{grouped(part('den'))}"
        case "m:sSup":
            return f"{part('e')}^{grouped(part('sup'))}"
        case "m:sSub":
            return f"{part('e')}_{grouped(part('sub'))}"
        case "m:sSubSup":
            return f"{part('e')}_{grouped(part('sub'))}^{grouped(part('sup'))}"
        case "m:rad":
            degree = part("deg")
            return f"{degree}√{grouped(part('e'))}"
        case "m:d":
            begin = attribute(child(one, "m:dPr", "m:begChr"), "m:val") or "("
            end = attribute(child(one, "m:dPr", "m:endChr"), "m:val") or ")"
            return f"{begin}{', '.join(linear(e) for e in children(one, 'm:e'))}{end}"
        case "m:nary":
            sign = attribute(child(one, "m:naryPr", "m:chr"), "m:val") or "∫"
            return f"{sign}_{grouped(part('sub'))}^{grouped(part('sup'))} {part('e')}"
        case "m:func":
            return f"{part('fName')} {part('e')}"
        case "m:m":
            rows = ("; ".join(", ".join(linear(e) for e in children(row, "m:e")) for row in children(one, "m:mr")),)
            return f"[{rows[0]}]"
        case _:
            return linear(one)
