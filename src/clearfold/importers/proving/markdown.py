"""A Markdown file's words again: its lines, by their first signs, and the signs within them taken away."""

import re
from collections.abc import Iterator

from clearfold.importers.document import Place
from clearfold.importers.proving.markdown_tables import cells_at
from clearfold.importers.proving.markdown_words import Words
from clearfold.importers.reading import Imported, Original, Passage
from clearfold.model.transcript import Kind

_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+")
_NOTE = re.compile(r"\[\^([^\]]+)\]:\s*")
_SEPARATOR = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_LEFT = re.compile(r"\{%.*?%\}|\{\{[<%]?.*?[>%]?\}\}")


class _Reader:
    """Reads line after line."""

    def __init__(self) -> None:
        self.words = Words()
        self.passages: list[Passage] = []
        self.left: list[Passage] = []
        self.notes: dict[str, list[str]] = {}
        self._lines: list[str] = []
        self._kind = Kind.PARAGRAPH
        self._item = False
        self._note = ""
        self._row = 0
        self._fence = ""
        self._admonition = False

    def read(self, lines: list[str], first: int) -> None:
        """Read the lines of a body."""
        number = 0
        while number < len(lines):
            following = lines[number + 1] if number + 1 < len(lines) else ""
            self._place = Place("text", line=first + number)
            table = cells_at(lines, number) if not self._fence else None
            if table is not None:
                self.flush()
                for (row, column), text in sorted(table.text.items()):
                    plain, *items = re.split(r"(?m)^\s*[-*+]\s+", text)
                    self._emit(Kind.TABLE_CELL, plain, row, column)
                    for item in items:
                        self._emit(Kind.LIST_ITEM, item)
                number += table.lines
                continue
            self._line(lines[number], following)
            number += 1
        self.flush()

    def _line(self, line: str, following: str) -> None:
        if match := re.match(r"\s*(`{3,}(?!.*`)|~{3,})", line):
            self.flush()
            self._fence = "" if self._fence else match[1][:3]
            return
        if self._fence:
            self.passages.append(Passage(Kind.CODE, line, self._place))
            return
        line = re.sub(r"^(\s*>)+\s?", "", line)
        if re.fullmatch(r"\s*\[!\w+\][+-]?\s*|\s*:{3,}.*|\s*\{:[^}]*\}\s*", line):
            self.flush()
        elif match := re.match(r"""(?:!!!|\?\?\?\+?)\s+[\w-]+(?:\s+["'](.*)["'])?\s*$""", line):
            self.flush()
            self._admonition = True
            self._emit(Kind.BOX_TITLE, match[1] or "")
        elif match := re.match(r"\*\[([^\]]+)\]:\s*(.*)$", line):
            self.left.append(Passage(Kind.TEXT, f"{match[1]} {match[2]}", self._place))
        elif not line.strip():
            self.flush()
            self._row = 0
        else:
            self._admonition = self._admonition and line.startswith((" ", "\t"))
            self._text(line, following)

    def _text(self, line: str, following: str) -> None:
        for left in _LEFT.findall(line):
            self.left.append(Passage(Kind.TEXT, left, self._place))
        line = _LEFT.sub(" ", line)
        indented = line.startswith(("  ", "\t"))
        if self._row or ("|" in line and _SEPARATOR.fullmatch(following) and "-" in following):
            self._cells(line)
        elif match := re.match(r"\s{0,3}(#{1,6})\s+(.*?)\s*(?:#+\s*)?$", line):
            self.flush()
            self._item = False
            self._emit(Kind.HEADING, re.sub(r"\s*\{[^}]*\}$", "", match[2]))
        elif self._lines and re.fullmatch(r"\s{0,3}(=+|-+)\s*", line):
            self._kind = Kind.HEADING
            self.flush()
        elif re.fullmatch(r"\s{0,3}([-*_]\s*){3,}", line):
            self.flush()
        elif match := _NOTE.match(line):
            self.flush()
            self._note = match[1]
            self._lines = [line[match.end() :]]
        elif match := _ITEM.match(line):
            self.flush(note=not indented)
            self._item = True
            self._kind = Kind.LIST_ITEM
            self._lines = [line[match.end() :]]
        elif match := re.match(r"[:~]\s+", line):
            self.flush()
            self._item = False
            self._lines = [line[match.end() :]]
        elif re.match(r"\s{0,3}\[[^\]^]+\]:\s*\S+", line) and not self._lines:
            return
        else:
            if not self._lines and not indented and not self._admonition:
                self._item, self._note = False, ""
            if not self._lines:
                self._kind = Kind.LIST_ITEM if self._item else Kind.PARAGRAPH
            self._lines.append(line)

    def _cells(self, line: str) -> None:
        if self._row == 0:
            self.flush()
        if self._row == 1 and _SEPARATOR.fullmatch(line):
            self._row += 1
            return
        self._row += 1
        row = self._row - (self._row > 1)
        inner = line.strip().removeprefix("|")
        inner = inner if inner.endswith("\\|") else inner.removesuffix("|")
        for column, cell in enumerate(re.split(r"(?<!\\)\|", inner), start=1):
            self._emit(Kind.TABLE_CELL, cell.replace("\\|", "|"), row, column)

    def flush(self, *, note: bool = True) -> None:
        """End a block of lines."""
        text = "\n".join(self._lines)
        self._lines = []
        if text.strip():
            self._emit(self._kind, text)
        self._kind = Kind.PARAGRAPH

    def _emit(self, kind: Kind, text: str, row: int = 0, column: int = 0) -> None:
        said = self.words.plain(text)
        self.passages += [Passage(Kind.ALTERNATIVE, alt, self._place) for alt in said.alternatives]
        self.left += [Passage(Kind.TEXT, left, self._place) for left in said.left]
        if self._note:
            self.notes.setdefault(self._note, []).append(said.text)
        elif said.text.strip():
            self.passages.append(Passage(kind, said.text, self._place, 0, row, column))


def read_again(data: bytes, name: str, imported: Imported) -> Original:
    """Return the words of a Markdown file."""
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    lines = text.split("\n")
    first, front, left = _front(lines)
    body = "\n".join(lines[first:])
    comments = [Passage(Kind.TEXT, words) for words in re.findall(r"<!--(.*?)-->", body, re.S) if words.strip()]
    body = re.sub(r"<!--(.*?)-->", lambda m: "\n" * m[0].count("\n"), body, flags=re.S)
    reader = _Reader()
    labels = re.findall(r"^\s{0,3}\[([^\]^][^\]]*)\]:\s*\S+", body, re.M)
    reader.words.labels = frozenset(" ".join(label.lower().split()) for label in labels)
    reader.read(body.split("\n"), first + 1)
    notes = [Passage(Kind.NOTE, text) for text in _notes(reader)]
    unasked = [Passage(Kind.TEXT, " ".join(reader.notes[one])) for one in reader.notes if one not in reader.words.order]
    return Original((*front, *reader.passages, *notes), (*left, *comments, *reader.left, *unasked))


def _notes(reader: _Reader) -> Iterator[str]:
    for label in reader.words.order:
        if label in reader.words.inline:
            yield reader.words.inline[label]
        yield from reader.notes.get(label, ())


def _front(lines: list[str]) -> tuple[int, list[Passage], list[Passage]]:
    """Return where the body begins, the title and subtitle, and the lines that are left out."""
    found: list[tuple[str, str]] = []
    first = 0
    if lines and lines[0].strip() in ("---", "+++"):
        ends = ("---", "...") if lines[0].strip() == "---" else ("+++",)
        end = next((n for n in range(1, len(lines)) if lines[n].strip() in ends), 0)
        found = [("", line) for line in lines[1:end]]
        first = end + 1 if end else 0
    elif lines and lines[0].startswith("% "):
        while first < 3 and lines[first].startswith("%"):
            found.append(("title: " if first == 0 else "", lines[first][1:]))
            first += 1
    titles: dict[str, str] = {}
    left: list[Passage] = []
    for key, line in found:
        name, _, value = f"{key}{line}".replace(" = ", ": ", 1).partition(":")
        name = name.strip().lower()
        if name in ("title", "subtitle"):
            titles.setdefault(name, re.sub(r"^([\"'])(.*)\1$", r"\2", value.strip()))
        elif name not in ("lang", "language") and line.strip():
            left.append(Passage(Kind.TEXT, line))
    kinds = {"title": Kind.TITLE, "subtitle": Kind.SUBTITLE}
    return first, [Passage(kinds[name], titles[name]) for name in ("title", "subtitle") if name in titles], left
