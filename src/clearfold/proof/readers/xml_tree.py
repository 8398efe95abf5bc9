"""Parse XML that somebody else made: no entity of its own is expanded, nothing outside the text is fetched."""

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

from clearfold.proof.readers import UnreadableError

DEEPEST = 300  # elements within elements; the walker that reads them is recursive
XML = "http://www.w3.org/XML/1998/namespace"


class _Builder:
    """Builds a tree from the parser's events; names are written as ElementTree does, {name space}name."""

    def __init__(self) -> None:
        self.tree = TreeBuilder()
        self.depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise UnreadableError(f"its elements are nested more than {DEEPEST} deep")
        self.tree.start(_name(name), {_name(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self.depth -= 1
        self.tree.end(_name(name))


def parse_xml(data: bytes, name: str) -> Element:
    """Return the root of an XML document; raise UnreadableError where it is broken or declares entities."""
    parser = ParserCreate(namespace_separator="}")
    builder = _Builder()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.tree.data

    def refuse(*_declaration: object) -> None:
        raise UnreadableError(f"{name} declares entities")

    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
        return builder.tree.close()
    except (ExpatError, LookupError, ValueError) as error:
        raise UnreadableError(f"{name}, line {parser.CurrentLineNumber}: {error}") from error


def _name(name: str) -> str:
    return f"{{{name}" if "}" in name else name
