"""Markdown of other programs in the form that every parser reads; what is no text is left out, and listed."""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

from clearfold.importers.document import Place
from clearfold.importers.ledger import Entry
from clearfold.importers.text.drawn_tables import with_tables
from clearfold.model.messages import message

_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_TEMPLATE = re.compile(r"\{%.*?%\}|\{\{[<%]?.*?[>%]?\}\}")
_COMMENT = re.compile(r"<!--(.*?)-->", re.S)
_BLOCK_ATTRIBUTES = re.compile(r"^\s*\{:\s?[^}]*\}\s*$")
_LINE_ATTRIBUTES = re.compile(r"(?<=\S)\s*\{:\s?[^}]*\}")
_DIV = re.compile(r"^\s*:{3,}\s*(?P<name>.*)$")
_ALERT = re.compile(r"^(\s*>\s*)\[!(?P<kind>\w+)\][+-]?\s*$")
_ADMONITION = re.compile(r"""^(?:!!!|\?\?\?\+?)\s+(?P<kind>[\w-]+)(?:\s+["'](?P<title>.*)["'])?\s*$""")
_ABBREVIATION = re.compile(r"^\*\[(?P<short>[^\]]+)\]:\s*(?P<long>.*)$")
_INLINE_NOTE = re.compile(r"\^\[(?P<note>[^\[\]]*)\]")
_TICK = re.compile(r"^(?P<sign>\s*(?:[-*+]|\d+[.)])\s+)\[(?P<tick>[ xX])\]\s")
_HEADING = re.compile(r"^(\s{0,3}#{1,6}\s.*?)\s*\{(?P<says>[^}]*)\}\s*$")
_ID = re.compile(r"#([\w-]+)")


class Dialect:
    """Rewrites the lines of a text, fences left alone."""

    def __init__(self) -> None:
        self.ledger: list[Entry] = []
        self.notes: list[str] = []
        self._line = 0

    def rewritten(self, text: str, first: int) -> str:
        """Return a body in plain form; ``first`` is the line of the file on which it begins."""
        text = _COMMENT.sub(self._comment, text)
        told: list[str] = []
        fence = ""
        for self._line, line in enumerate(text.split("\n"), start=first):
            if match := _FENCE.match(line):
                fence = "" if fence and match[1].startswith(fence) else fence or match[1][:3]
                told.append(line)
            elif fence:
                told.append(line)
            else:
                told += self._plain(line)
        told = list(_boxes(list(_outside_fences(told, self._captioned))))
        told += [line for n, note in enumerate(self.notes, 1) for line in ("", f"[^imported-{n}]: {note}")]
        return "\n".join(told)

    def _tell(self, code: str, before: str, after: str = "", name: str = "") -> None:
        self.ledger.append(Entry(code, Place("text", line=self._line), before, after, name))

    def _comment(self, match: re.Match[str]) -> str:
        words = " ".join(match[1].split())
        if words:
            self._tell("IMP-010", words)
        return "\n" * match[0].count("\n")

    def _plain(self, line: str) -> Iterator[str]:
        if _BLOCK_ATTRIBUTES.match(line):
            yield ""
            return
        if match := _ABBREVIATION.match(line):
            self._tell("IMP-079", f"{match['short']} {match['long']}", name=message("what an abbreviation stands for"))
            return
        line = _LINE_ATTRIBUTES.sub("", line)
        line = _TEMPLATE.sub(self._template, line)
        line = _INLINE_NOTE.sub(self._note, line)
        if match := _TICK.match(line):
            sign = "☐" if match["tick"] == " " else "☑"
            self._tell("IMP-022", f"[{match['tick']}]", sign, message("a box to tick"))
            line = f"{match['sign']}{sign} {line[match.end() :]}"
        if match := _HEADING.match(line):
            found = _ID.search(match["says"])
            line = f'{match[1]}<a id="{found[1]}"></a>' if found else match[1]
        yield line

    def _captioned(self, line: int, sign: str) -> None:
        self._line = line
        self._tell("IMP-022", sign, name=message("a caption"))

    def _template(self, match: re.Match[str]) -> str:
        self._tell("IMP-079", match[0], name=message("what a program would put here"))
        return " "

    def _note(self, match: re.Match[str]) -> str:
        self.notes.append(match["note"])
        return f"[^imported-{len(self.notes)}]"


def _outside_fences(lines: Sequence[str], tell: Callable[[int, str], None]) -> Iterator[str]:
    """Yield lines with the tables of pandoc as elements, code left alone."""
    run: list[str] = []
    fenced = False
    for line in lines:
        if _FENCE.match(line):
            if not fenced:
                yield from with_tables(run, tell)
                run = []
            fenced = not fenced
            yield line
        elif fenced:
            yield line
        else:
            run.append(line)
    yield from with_tables(run, tell)


def _boxes(lines: list[str]) -> Iterator[str]:
    """Yield lines with boxes as elements."""
    depth = 0
    inside = False
    for line in lines:
        if inside and line.strip() and not line.startswith(("    ", "\t")):
            inside = False
            yield from ("", "</aside>", "")
        if match := _ADMONITION.match(line):
            inside = True
            yield from _opened(match["kind"], match["title"] or "")
        elif inside:
            yield line[4:] if line.startswith("    ") else line.lstrip("\t")
        elif match := _DIV.match(line):
            if match["name"].strip(" :"):
                depth += 1
                yield from _opened(match["name"].strip("{} :").replace(".", " "), "")
            elif depth:
                depth -= 1
                yield from ("", "</aside>", "")
        elif match := _ALERT.match(line):
            yield f"{match[1]}<p class='alert {match['kind'].lower()}'></p>"
            yield match[1].rstrip()
        else:
            yield line
    if inside:
        yield from ("", "</aside>", "")


def _opened(kind: str, title: str) -> Iterator[str]:
    yield from ("", f'<aside class="admonition {escape(kind.lower())}">')
    if title:
        yield f'<p class="admonition-title">{escape(title)}</p>'
    yield ""
