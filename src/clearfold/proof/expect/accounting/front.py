"""Walk the front matter and publisher.yaml: every character is in a value, is YAML's, is a comment, or is told."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from clearfold.model.source import Source, read_text
from clearfold.proof.expect.accounting.inlines import Inline, Used
from clearfold.proof.expect.accounting.written import WHITE, Runs, Written
from clearfold.proof.expect.accounting.yaml_text import unfolded
from clearfold.proof.expect.front_matter import (
    MEANT,
    READ,
    SYNTAX,
    bare,
    composed,
    publisher_of,
    says_name,
    written_out,
)
from clearfold.proof.expect.front_matter import read_publisher as publisher_keys

Keys = tuple[str, ...]
PROSE: frozenset[Keys] = frozenset(
    {(key,) for key in ("key_messages", "sources", "funding", "conflicts", "licence")} | {("contact", "text")}
)
MAPS_OF_PROSE = frozenset({"abbreviations", "glossary"})  # their keys are text too
DATES: frozenset[Keys] = frozenset({("searched",), ("published",), ("review_by",), ("checked",)})
SILENT: frozenset[Keys] = frozenset(
    {
        ("lang",),
        ("translation_of",),
        ("id",),
        ("status",),
        ("density",),
        ("subjects",),
        ("evaluation",),
        ("cover", "image"),
        ("cover", "focus"),
        ("sponsors", "logo"),
        ("design",),
        ("thumb_index",),
        ("braille_page",),
        ("braille_grade",),
        ("braille_print_pages",),
    }
)
ADDRESSES: frozenset[Keys] = frozenset({("online",), ("contact", "website")})  # printed without https://
PUBLISHED: frozenset[Keys] = frozenset({("name",), ("logo", "alt"), ("contact",), ("sponsors",)})
# Between values: indicators, tags, anchors, comments.
BETWEEN = re.compile(r"(?m)[-:?,\[\]{}]|[!&][^\s,\[\]{}]*|(?<!\S)#.*$")


def read_front(md: MarkdownIt, source: Source, lang: str) -> Runs:
    """Return the runs of the front matter; what is neither text nor syntax is left unknown in what is written."""
    walk = _Front(md, Runs(Written(source.path, source.front_matter, source.front_matter_line)), lang)
    walk.read(lambda keys: keys[0] in READ | SYNTAX and not _within(keys, SILENT))
    return walk.runs


def read_publisher(md: MarkdownIt, source: Source, lang: str) -> Runs | None:
    """Return the runs of the nearest publisher.yaml: of what the front matter does not say itself."""
    path = publisher_of(source)
    if path is None:
        return None
    root = composed(source.front_matter, source.path, source.front_matter_line)
    own = {str(key.value) for key, _ in root.value} if root else set()
    said = {"contact", "sponsors"} & own
    if "publisher" in own or says_name(publisher_keys(source)):
        said.add("name")
    walk = _Front(md, Runs(Written(path, read_text(path), 1)), lang)
    walk.read(lambda keys: _within(keys, PUBLISHED) and not _within(keys, SILENT) and keys[0] not in said)
    return walk.runs


def _within(keys: Keys, known: frozenset[Keys]) -> bool:
    return keys[:1] in known or keys[:2] in known


@dataclass(slots=True)
class _Front:
    """One walk over a map in YAML."""

    md: MarkdownIt
    runs: Runs
    lang: str

    def read(self, is_said: Callable[[Keys], bool]) -> None:
        """Read all values; ``is_said`` tells by its keys whether a value is for readers."""
        written = self.runs.written
        root = composed(written.text, written.path, written.first)
        own = {str(key.value).strip() for key, _ in root.value} if root else set()
        for keys, node, is_key in _scalars(root, ()) if root else ():
            if MEANT.get(keys[0], keys[0]) not in own:
                keys = (MEANT[keys[0]], *keys[1:])
            said, at = unfolded(written.text, node)
            written.mark_all(range(node.start_mark.index, node.end_mark.index)) if self._whole(said, node) else None
            if not is_said(keys) or (is_key and (len(keys) == 1 or keys[0] not in MAPS_OF_PROSE)):
                continue
            self._value(keys, said, at, is_key=is_key)
        for part in BETWEEN.finditer(written.text):
            written.mark(*part.span())

    @staticmethod
    def _whole(said: str, node: ScalarNode) -> bool:
        return WHITE.sub("", said) == WHITE.sub("", str(node.value))

    def _value(self, keys: Keys, said: str, at: list[int], *, is_key: bool) -> None:
        if not said.strip():
            return
        if not is_key and (keys in PROSE or keys[0] in MAPS_OF_PROSE):
            (token,) = self.md.parseInline(said)
            Inline(self.runs, Used(), said, at).read(token.children or ())
        elif keys in DATES:
            text = written_out(said, self.lang)
            self.runs.say(text, [at[0]] * len(text))
        else:
            text = bare(said) if keys in ADDRESSES else said
            self.runs.say(text, at[len(said) - len(text) :])
        self.runs.part()


def _scalars(node: Node, keys: Keys) -> Iterator[tuple[Keys, ScalarNode, bool]]:
    """Yield each text below a node with its keys, numbers of lists left out, and whether it is a key of a map."""
    if isinstance(node, ScalarNode):
        yield keys, node, False
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _scalars(item, keys)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            below = (*keys, str(key.value).strip())
            if isinstance(key, ScalarNode):
                yield below, key, True
            yield from _scalars(value, below)
