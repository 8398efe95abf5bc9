"""Parse XML that somebody else made: nothing outside the text is fetched, and no entity leads on to others.

A document may give names of its own to short texts without markup.

The named characters of HTML (``&eacute;``) are known where a document names a type that has them, as the types of
EPUB 2 do: readers show them, so they are text.
"""

import re
from functools import lru_cache
from html.entities import html5
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import XML_PARAM_ENTITY_PARSING_ALWAYS, ExpatError, ParserCreate, XMLParserType

from clearfold.model.messages import message
from clearfold.proof.readers import UnreadableError

DEEPEST = 300  # elements within elements; the walker that reads them is recursive
XML = "http://www.w3.org/XML/1998/namespace"
LONGEST = 200  # characters for which a name of the document's own may stand
DECLARED = re.compile(rb"""\s*<\?xml[^>]{1,60}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,30})["']""")
SEVERAL = ("shift_jis", "shift-jis", "windows-31j", "cp932", "euc-", "euc_", "gb", "big5", "ks_c_5601", "iso-2022")
OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})


class _Builder:
    """Builds a tree from the parser's events; names are written as ElementTree does, {name space}name."""

    def __init__(self) -> None:
        self.tree = TreeBuilder()
        self.depth = 0
        self.sheets: list[Element] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise UnreadableError(message("its elements are nested more than {deepest} deep", deepest=DEEPEST))
        self.tree.start(_name(name), {_name(key): value for key, value in attributes.items()})

    def instruction(self, target: str, data: str) -> None:
        """Take a style sheet that is asked for before the document for a link to it (Associating Style Sheets 1.0)."""
        given = dict(re.findall(r"""([\w-]+)\s*=\s*["']([^"']*)""", data))
        if target == "xml-stylesheet" and self.depth == 0 and given.get("alternate") != "yes":
            self.sheets.append(Element("{http://www.w3.org/1999/xhtml}link", {"rel": "stylesheet", **given}))

    def end(self, name: str) -> None:
        self.depth -= 1
        self.tree.end(_name(name))


def parse_xml(data: bytes, name: str) -> Element:
    """Return the root of an XML document; raise UnreadableError where it is broken or declares entities."""
    parser = ParserCreate("utf-8" if _encoding(data) else None, namespace_separator="}")
    builder = _Builder()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.ProcessingInstructionHandler = builder.instruction
    parser.CharacterDataHandler = builder.tree.data
    _know_named_characters(parser, name)
    try:
        parser.Parse(_in_utf_8(data), True)
        root = builder.tree.close()
        for sheet in reversed(builder.sheets):
            root.insert(0, sheet)
        return root
    except (ExpatError, LookupError, ValueError) as error:
        raise UnreadableError(
            message(
                "{name}, line {currentlinenumber}: its markup is broken there, and programs stop reading ({error})",
                name=name,
                currentlinenumber=parser.CurrentLineNumber,
                error=error,
            )
        ) from error


def _encoding(data: bytes) -> str:
    """Return the encoding of several bytes a character that a document declares, "" for those that expat knows."""
    match = DECLARED.match(data)
    name = match[1].decode("ascii").lower() if match else ""
    return name if name.startswith(SEVERAL) else ""


def _in_utf_8(data: bytes) -> bytes:
    name = _encoding(data)
    return data.decode(name).encode() if name else data


def _know_named_characters(parser: XMLParserType, name: str) -> None:
    """Give the named characters of HTML to a document whose type lies outside it; refuse entities of its own."""
    ours = False

    def declared(_name: str, parameter: bool, value: str | None, *_place: object) -> None:
        plain = value is not None and not parameter and len(value) <= LONGEST and not set("&%<") & set(value)
        if not ours and not plain:
            raise UnreadableError(message("{name} declares entities", name=name))

    def outside(context: str | None, _base: str | None, _system: str | None, _public: str | None) -> int:
        nonlocal ours
        ours = True
        parser.ExternalEntityParserCreate(context).Parse(_named_characters(), True)
        ours = False
        return 1

    def skipped(entity: str, is_parameter: bool) -> None:
        if not is_parameter:
            raise UnreadableError(
                message(
                    "{name}, line {currentlinenumber}: nobody knows the character &{entity};",
                    name=name,
                    currentlinenumber=parser.CurrentLineNumber,
                    entity=entity,
                )
            )

    parser.SetParamEntityParsing(XML_PARAM_ENTITY_PARSING_ALWAYS)
    parser.EntityDeclHandler = declared
    parser.ExternalEntityRefHandler = outside
    parser.SkippedEntityHandler = skipped


@lru_cache(maxsize=1)
def _named_characters() -> bytes:
    """Return declarations of HTML's named characters, which are more than those of XHTML 1.1 and stand for the same."""
    names = ((name[:-1], text) for name, text in html5.items() if name.endswith(";") and name[:-1] not in OF_XML)
    # Figures within figures: a named character may stand for one that XML reads as markup.
    lines = (f'<!ENTITY {name} "{"".join(f"&#38;#{ord(c)};" for c in text)}">' for name, text in names)
    return "\n".join(lines).encode("ascii")


def _name(name: str) -> str:
    return f"{{{name}" if "}" in name else name
