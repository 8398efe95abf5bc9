"""Read the front matter and publisher.yaml for the proof: every value as the text that is written, with its place.

ruamel.yaml composes nodes and constructs nothing, so `1.0` stays `1.0` and `no` stays `no`, as docs/writing.md says.
"""

import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from clearfold.model.diagnostic import Diagnostic, LeafletError, Location, Severity
from clearfold.model.limits import DEEPEST
from clearfold.model.messages import message
from clearfold.model.source import Source, read_text
from clearfold.model.unsafe_text import first_odd, odd

PUBLISHER = "publisher.yaml"
SECURE = "https://"
YES = frozenset({"true", "yes", "on", "y", "t", "1"})
CONTACT = ("text", "phone", "hours", "email", "website", "address")
READ = frozenset(
    "title subtitle publisher authors reviewers testers audience cover key_messages abbreviations glossary sources "
    "searched funding conflicts contact formats online version published review_by licence series sponsors "
    "subjects translated_by checked_by checked".split()
)
SYNTAX = frozenset(
    "lang translation_of id status evaluation design density thumb_index braille_page braille_grade "
    "braille_print_pages".split()
)
LISTS = frozenset(
    "authors reviewers testers translated_by checked_by key_messages sources formats sponsors subjects".split()
)
# Keys of other programs: three say what ours say, of the others nothing is printed (docs/writing.md).
MEANT = {"author": "authors", "date": "published", "subject": "subjects"}
OTHERS = frozenset(
    "abstract aliases bibliography categories category classoption colorlinks comments created csl css "
    "cssclass cssclasses description documentclass draft excerpt featured fontsize format geometry "
    "header-includes image keywords lang-tag lastmod layout linkcolor linkcolour mainfont menu modified "
    "nav_order nocite numbersections ogimage output papersize parent permalink robots sidebar sidebar_label "
    "sidebar_position slug summary tag tags template theme thumbnail toc toc-depth toc-title toc_depth "
    "translationKey type updated url weight".split()
)
# What may stand in them is known: all from a # on is a note.
NOTED = SYNTAX | frozenset(
    "published review_by checked searched date online email website report standard image primary accent style "
    "pdf_profile program_language overprint editions must_be_clean typeface family regular bold focus logo".split()
)
_NOTE = re.compile(r"(?:^|\s+)#")
_USUAL = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class Value:
    """A text of the front matter and its place; ``picture`` is the file of a logo that stands for it, if any."""

    text: str
    location: Location
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Fields:
    """A map of the front matter: single texts, lists, and maps in it; absent keys are absent here too."""

    texts: dict[str, Value]
    lists: dict[str, tuple[Value, ...]]
    maps: dict[str, "Fields"]
    keys: dict[str, Location]

    def text(self, key: str) -> str:
        """Return a text, "" where the key is absent."""
        return self.texts[key].text if key in self.texts else ""

    def some(self, *keys: str) -> Iterator[tuple[str, Value]]:
        """Yield those of the keys that have a text that is not empty."""
        for key in keys:
            if self.text(key).strip():
                yield key, self.texts[key]


EMPTY = Fields({}, {}, {}, {})


def read_front(source: Source) -> Fields:
    """Return the front matter of a copy; raise LeafletError (SRC-092) where it is no YAML map."""
    return _ours(_read(source.front_matter, source.path, source.front_matter_line))


def read_publisher(source: Source) -> Fields:
    """Return the publisher.yaml nearest to the copy, EMPTY where there is none; raises as read_front does."""
    path = publisher_of(source)
    return _read(read_text(path), path, 1) if path else EMPTY


def publisher_of(source: Source) -> Path | None:
    """Return the publisher.yaml that is nearest to the copy, None where there is none."""
    folders = (source.path.parent, source.path.parent.parent)
    return next((folder / PUBLISHER for folder in folders if (folder / PUBLISHER).is_file()), None)


def bare(address: str) -> str:
    """Return an address of the web as it is printed: without its https://, which nobody types."""
    return address.removeprefix(SECURE)


def says_name(publisher: Fields) -> bool:
    """Say whether the logo has the name of the association in it, which is not printed beside it then."""
    logo = publisher.maps.get("logo")
    return logo is not None and logo.text("name").strip().lower() in YES


def written_out(text: str, lang: str) -> str:
    """Write a date out in a language, as "23 november 2026"; what is no date stays as it is."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return text
    written = str(format_date(day, format="long", locale=_locale(lang)))
    first = day.day == 1 and lang.split("-", maxsplit=1)[0].lower() == "fr"
    return written.replace("1", "1er", 1) if first else written


def _locale(lang: str) -> Locale:
    for tag in (lang, lang.split("-", maxsplit=1)[0], "en"):
        try:
            return Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return Locale("en")


def _ours(fields: Fields) -> Fields:
    """Return the fields with the keys of other programs that say what ours say under our names, and no others."""
    for theirs, ours in MEANT.items():
        if theirs in fields.keys and ours not in fields.keys:
            fields.keys[ours] = fields.keys.pop(theirs)
            if theirs in fields.texts:
                fields.texts[ours] = fields.texts.pop(theirs)
            if theirs in fields.lists:
                fields.lists[ours] = fields.lists.pop(theirs)
    for key in LISTS & set(fields.texts):
        value = fields.texts.pop(key)
        fields.lists.setdefault(key, (value,) if value.text.strip() else ())
    return fields


def _read(text: str, path: Path, first_line: int) -> Fields:
    node = composed(text, path, first_line)
    return _fields(node, path, first_line) if node else EMPTY


@lru_cache(maxsize=4)  # a copy is read twice: for what it says, and to account for every character
def composed(text: str, path: Path, first_line: int) -> MappingNode | None:
    """Return the nodes of a map in YAML, None where there are none; raises as read_front does."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of an anchor that stands twice; aliases are refused below
            node = YAML(typ="base", pure=True).compose(text)
    except RecursionError as error:
        raise _broken(
            path, first_line, message("this goes more than {deepest} levels deep", deepest=DEEPEST)
        ) from error
    except (YAMLError, ValueError, ArithmeticError, AssertionError, LookupError, AttributeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        row = text.split("\n")[line - first_line : line - first_line + 1]
        written = f": “{row[0].strip()}”" if row and row[0].strip() else ""
        raise _broken(
            path, line, message("a line is not written as YAML wants it{written}", written=written)
        ) from error
    if node is None:
        return None
    if isinstance(node, MappingNode):
        _refuse_odd(node, path, first_line)
        _refuse_dropped(node, text.split("\n"), path, first_line)
        return node
    raise _broken(path, first_line, message("this is no list of keys and values"))


def _refuse_odd(root: MappingNode, path: Path, first_line: int) -> None:
    """Raise LeafletError where a value stands in two places, lies too deep, or holds what is not text."""
    seen: set[int] = set()
    waiting: list[tuple[Node, int]] = [(root, 0)]
    while waiting:
        node, depth = waiting.pop()
        place = _place(node, path, first_line)
        if id(node) in seen:
            raise _broken(path, place.line, message("an alias (*name) is not accepted"))
        if depth > DEEPEST:
            raise _broken(path, place.line, message("this goes more than {deepest} levels deep", deepest=DEEPEST))
        seen.add(id(node))
        if isinstance(node, ScalarNode):
            if character := first_odd(str(node.value)):
                raise LeafletError([odd(character, place)])
            continue
        for child in node.value:
            if isinstance(child, tuple) and not isinstance(child[0], ScalarNode):
                raise _broken(path, place.line, message("a key must be a text"))
            waiting += [(item, depth + 1) for item in (child if isinstance(child, tuple) else (child,))]


def _refuse_dropped(root: MappingNode, lines: Sequence[str], path: Path, first_line: int) -> None:
    """Raise LeafletError where YAML leaves out what a writer meant as text: all from ``#`` on, or a word with ``&``.

    A note on a line of its own, behind a text in quotation marks, or behind a value of which all is known is one.
    """
    waiting: list[tuple[Node, str, int]] = [(root, "", 0)]
    while waiting:
        node, key, above = waiting.pop()
        if isinstance(node, MappingNode):
            for name, value in node.value:
                inner = key if key in OTHERS else str(name.value).strip()
                waiting.append((value, inner, name.end_mark.line))
        elif isinstance(node, SequenceNode):
            waiting += [(item, key, item.start_mark.line) for item in node.value]
        elif isinstance(node, ScalarNode) and key not in OTHERS:
            # What is empty has its mark where the next value begins.
            at = node.end_mark.line if node.value else above
            line = lines[at] if at < len(lines) else ""
            rest = line[node.end_mark.column :] if node.value else line.partition(":")[2]
            dropped = key not in NOTED and node.style is None and _NOTE.match(rest)
            if node.anchor or not str(node.tag).startswith(_USUAL) or dropped:
                raise _broken(path, at + first_line, message("a part of “{line}” would be left out", line=line.strip()))


def _broken(path: Path, line: int, fact: str) -> LeafletError:
    hint = message("write `key: value`; put a value that holds `: ` or begins with a sign between quotation marks")
    return LeafletError([Diagnostic("SRC-092", Severity.ERROR, Location(path, line, 1), fact, hint)])


def _fields(node: MappingNode, path: Path, first_line: int) -> Fields:
    fields = Fields({}, {}, {}, {})
    for key_node, value in node.value:
        key = str(key_node.value).strip()
        fields.keys[key] = _place(key_node, path, first_line)
        if isinstance(value, ScalarNode):
            fields.texts[key] = Value(str(value.value), _place(value, path, first_line))
        elif isinstance(value, SequenceNode):
            fields.lists[key] = tuple(_values(value, path, first_line))
        elif isinstance(value, MappingNode):
            fields.maps[key] = _fields(value, path, first_line)
    return fields


def _values(node: SequenceNode, path: Path, first_line: int) -> Iterator[Value]:
    for item in node.value:
        if isinstance(item, ScalarNode):
            yield Value(str(item.value), _place(item, path, first_line))
        elif isinstance(item, MappingNode):
            inner = _fields(item, path, first_line)
            if name := inner.texts.get("name"):
                yield Value(name.text, name.location, inner.text("logo").strip())


def _place(node: Node, path: Path, first_line: int) -> Location:
    return Location(path, node.start_mark.line + first_line, node.start_mark.column + 1)
