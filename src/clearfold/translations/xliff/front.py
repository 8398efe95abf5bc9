"""The values of the front matter that are translated, by their places in the file, and how a new value is written."""

import json
import re
from collections.abc import Iterator

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from clearfold.model.source import Source
from clearfold.model.transcript import Kind
from clearfold.proof.expect.front_matter import composed
from clearfold.translations.xliff.segments import Segment

_KINDS = {
    "title": Kind.TITLE,
    "subtitle": Kind.SUBTITLE,
    "audience": Kind.AUDIENCE,
    "key_messages": Kind.LIST_ITEM,
    "abbreviations": Kind.DEFINITION,
    "glossary": Kind.DEFINITION,
    "sources": Kind.LIST_ITEM,
    "formats": Kind.LIST_ITEM,
    "funding": Kind.DETAIL,
    "conflicts": Kind.DETAIL,
    "licence": Kind.DETAIL,
}
_INNER = {("cover", "alt"): Kind.ALTERNATIVE, ("contact", "text"): Kind.DETAIL, ("contact", "hours"): Kind.DETAIL}
# What YAML would read otherwise than it stands there.
_UNSAFE = re.compile(r"^[\s'\"&*!@%`\[\]{}|>,#?:-]|:(?:\s|$)|\s#|\s$|^(?:true|false|yes|no|null|~)$", re.IGNORECASE)


def front_segments(source: Source, text: str) -> Iterator[Segment]:
    """Yield the stretches of the front matter, in order; ``text`` is the whole file."""
    root = composed(source.front_matter, source.path, source.front_matter_line)
    begin = len("\n".join(text.split("\n")[: source.front_matter_line - 1])) + 1
    for key, value in root.value if root else ():
        name = str(key.value)
        if isinstance(value, MappingNode) and name in ("abbreviations", "glossary"):
            for term, meaning in value.value:
                yield _segment(text, begin, term, Kind.TERM, name)
                yield _segment(text, begin, meaning, Kind.DEFINITION, name)
        elif isinstance(value, MappingNode):
            for inner, node in value.value:
                if kind := _INNER.get((name, str(inner.value))):
                    yield _segment(text, begin, node, kind, name)
        elif isinstance(value, SequenceNode) and name in _KINDS:
            yield from (_segment(text, begin, item, _KINDS[name], name) for item in value.value)
        elif name in _KINDS:
            yield _segment(text, begin, value, _KINDS[name], name)


def _segment(text: str, begin: int, node: Node, kind: Kind, part: str) -> Segment:
    start, end = begin + node.start_mark.index, begin + node.end_mark.index
    words = " ".join(str(node.value).split()) if isinstance(node, ScalarNode) else ""
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    return Segment(start, end, kind, words, part, quoted=True)


def as_value(text: str) -> str:
    """Return a text as a value of YAML on one line."""
    return json.dumps(text, ensure_ascii=False) if _UNSAFE.search(text) else text
