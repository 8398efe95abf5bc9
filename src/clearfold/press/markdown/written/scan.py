"""Find the blocks of a body as its lines have them, and write each as Python-Markdown reads it without doubt."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.messages import message
from clearfold.press.markdown.blocks import CLOSE, opening
from clearfold.press.markdown.written import boxes, signs, tables
from clearfold.press.markdown.written.lines import TAB, Line, Remarks, indented, lines_of
from clearfold.press.markdown.written.lists import numbers, read_list, tell_run_together, tell_short_lines
from clearfold.press.markdown.written.marks import (
    BOX,
    COLONS,
    DEFINITION,
    FENCE,
    HEADING,
    HTML,
    NOTE,
    QUOTE,
    RULE,
    WRITING_LINE,
    is_sign,
    marker,
    opens_list,
    starts,
)

_UNDERLINE = re.compile(r"(={3,}|-{3,}) *$")
_SENTENCE = re.compile(r"[.:;,…]['\"”»)*_]*$")  # headings ask, and call out
_LABEL = re.compile(r"\*\*[^*\n]+(?::\*\*|\*\*[ \xa0]?:)")
_NOTES = re.compile(r"(?:<!--(?:(?!-->).)*-->\s*)+")
_RAW = re.compile(r"\{=\w+\}")
_COMMENTS = re.compile(r"<!--.*?-->", re.DOTALL)
_DRAWN = message("is a line below a heading for other programs")
_DRAWN_OUT = message("take the line out, or put it right below the words of the heading")
_HASH = re.compile(r"#(?=[^#\s])")


def _nowhere(_line: int) -> Location:
    return Location(Path())


def tidy(body: str, place: Callable[[int], Location] = _nowhere) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return a body in the form that the parser reads without doubt, and what is to be told of it, line by line."""
    scan = _Scan(Remarks(place))
    lines = signs.spoken(lines_of(body), scan.remarks)
    written = scan.blocks(lines)
    return "\n".join(line.text for line in written), tuple(scan.remarks.found)


@dataclass(slots=True)
class _Scan:
    """One reading of a body; what is to be told gathers in ``remarks``."""

    remarks: Remarks
    depth: int = 0

    def blocks(self, lines: Sequence[Line], *, item: bool = False) -> list[Line]:
        """Return the blocks of some lines, parted by empty lines; in an item the first ones may be a sign."""
        if self.depth > _DEEPEST:
            return list(lines)
        self.depth += 1
        written: list[Line] = []
        at, text = 0, False
        while at < len(lines):
            if lines[at].blank:
                if written and written[-1].text:
                    written.append(lines[at].put(""))
                at, text = at + 1, False
                continue
            after_text = text and not _is_inner(lines, at, item=item)
            block, end, kind = self._block(lines, at, item=item and at == 0, after_text=after_text)
            if written and written[-1].text:
                written.append(lines[at].put(""))
            written += block
            at, text = end, kind == "text"
        self.depth -= 1
        return written

    def _block(self, lines: Sequence[Line], at: int, *, item: bool, after_text: bool) -> tuple[list[Line], int, str]:
        """Return a block as it is to be written, where the text goes on, and its kind."""
        line = lines[at]
        bare = line.bare
        if fence := FENCE.match(bare):
            block, end = _fence(lines, at)
            if _RAW.fullmatch(fence[2].strip()):
                return self._raw(block), end, "html"
            return block, end, "code"
        if (found := HEADING.match(bare)) and (found[2] or found[4]):
            return [line.put(f"{found[1] or found[3]} {found[2] or found[4]}")], at + 1, "heading"
        if item and WRITING_LINE.fullmatch(bare):
            return [line.put(f"\\{bare.rstrip()}")], at + 1, "text"
        if RULE.match(bare):
            return [line.put("* * *" if bare.startswith("*") else "- - -")], at + 1, "rule"
        if bare.startswith(">"):
            return self._quotation(lines, at, item=item)
        if BOX.match(bare):
            return self._box(boxes.read_marked(lines, at, self.remarks), line)
        if COLONS.match(bare) and (box := boxes.read_colons(lines, at, self.remarks)):
            return self._box(box, line)
        if note := NOTE.match(bare):
            inside, end = _hanging(lines, at, line.put(bare[note.end() :]))
            inside = inside[1:] if inside[0].blank and len(inside) > 1 else inside
            return indented(self.blocks(inside, item=True), note[0].rstrip() + " "), end, "note"
        if _NOTES.fullmatch(bare):
            return [line], at + 1, "html"  # CommonMark 0.31, 4.6: a comment's block ends with its line
        if HTML.match(bare):
            end = next((n for n in range(at, len(lines)) if lines[n].blank), len(lines))
            return list(lines[at:end]), end, "html"
        if not item and _is_numbered_heading(lines, at):
            return [line.put(f"{'#' if lines[at + 1].bare[0] == '=' else '##'} {bare}")], at + 2, "heading"
        if opens_list(lines, at, after_text=after_text):
            return self._list(lines, at, after_text=after_text and self.depth == 1)
        if tables.is_drawn(lines, at):
            return [], tables.read_drawn(lines, at, self.remarks), "table"
        if tables.is_table(lines, at):
            return *tables.read_table(lines, at, self.remarks), "table"
        if tables.is_bars(lines, at):
            return *tables.read_bars(lines, at, self.remarks), "text"
        return self._paragraph(lines, at, item=item)

    def _raw(self, block: list[Line]) -> list[Line]:
        """Leave out what is for another program alone: pandoc parts two lists so. Words in it are told."""
        inside = "\n".join(line.text for line in block[1:-1])
        if _COMMENTS.sub("", inside).strip():
            self.remarks.add(mistake("SRC-106", self.remarks.place(block[0].number), "raw", text=block[0].bare))
        return []

    def _list(self, lines: Sequence[Line], at: int, *, after_text: bool) -> tuple[list[Line], int, str]:
        items, end = read_list(lines, at, self.remarks, after_text=after_text)
        first, given = items[0].mark, numbers(items)
        style = "a" if first.kind[0] == "a" else ""
        inside: list[Line] = []
        loose = False
        for entry, number in zip(items, given, strict=True):
            tight = not (loose or entry.gap or any(line.blank for line in entry.lines[1:]))
            value = str(number) if first.ordered else ""
            mark = opening("item", value, "tight" if tight else "")
            inside += marked(mark, self.blocks(entry.lines, item=True), entry.lines[0])
            loose = entry.gap
        mark = opening("numbered", str(given[0]), style) if first.ordered else opening("list")
        return marked(mark, inside, lines[at]), end, "list"

    def _quotation(self, lines: Sequence[Line], at: int, *, item: bool) -> tuple[list[Line], int, str]:
        first = lines[at].bare
        if is_sign(first):
            if not item:
                number = first.lstrip("> \xa0").split()[0]
                place, text = self.remarks.place(lines[at].number), first[:30].rstrip()
                self.remarks.add(mistake("SRC-101", place, "more", text=text, number=number))
            written, end, _ = self._paragraph([lines[at].put(f"\\{first}"), *lines[at + 1 :]], 0, item=item)
            return written, at + end, "text"
        quoted: list[Line] = []
        end = at
        for line in lines[at:]:
            if line.bare.startswith(">"):
                quoted.append(line.put(QUOTE.sub("", line.bare, count=1)))
            elif (
                not line.blank
                and quoted[-1].text.strip()
                and not starts(line)
                and not opens_list(lines, end, after_text=True)
            ):
                quoted.append(line.put(line.bare))
            else:
                break
            end += 1
        if box := boxes.read_alert(quoted, end, self.remarks):
            return self._box(box, lines[at])
        return marked(opening("quotation"), self.blocks(quoted), lines[at]), end, "quotation"

    def _box(self, box: boxes.Box, line: Line) -> tuple[list[Line], int, str]:
        return marked(opening("box", box.kind, box.title), self.blocks(box.lines), line), box.end, "box"

    def _paragraph(self, lines: Sequence[Line], at: int, *, item: bool) -> tuple[list[Line], int, str]:
        end = at + 1
        while end < len(lines) and not lines[end].blank:
            if _interrupts(lines, end, after_text=not _is_inner(lines, end, item=item)):
                break
            if found := _UNDERLINE.match(lines[end].bare):
                if end == at + 1 and _underlines(found[1], lines[at].text.strip()):
                    level = "#" if found[1][0] == "=" else "##"
                    return [lines[at].put(f"{level} {lines[at].bare}")], end + 1, "heading"
                if found[1][0] == "-":
                    break
            end += 1
        text = list(lines[at:end])
        term_end = end + 1 if end < len(lines) and lines[end].blank and len(text) == 1 else end
        if term_end < len(lines) and DEFINITION.match(lines[term_end].bare):
            return self._definitions(lines, text, term_end)
        if text[0].indent >= TAB and self.depth == 1:
            self.remarks.add(mistake("SRC-105", self.remarks.place(text[0].number)))
        return self._text(text), end, "text"

    def _text(self, text: list[Line]) -> list[Line]:
        """Return the lines of a paragraph, with breaks as two spaces and signs that begin nothing made plain."""
        written = []
        told = tell_run_together(text, self.remarks)
        if not told and not all(_LABEL.match(line.bare) for line in text):
            tell_short_lines(text, self.remarks)
        for at, line in enumerate(text):
            last = line is text[-1]
            bare = line.bare
            if bare.endswith("\\") and not bare.endswith("\\\\"):
                bare = bare[:-1].rstrip() + "  "
            bare = bare.rstrip() if last else bare
            if not last and _LABEL.match(bare) and _LABEL.match(text[at + 1].bare):
                bare = f"{bare.rstrip()}  "
            if _HASH.match(bare):
                if bare[1].isalpha():
                    place = self.remarks.place(line.number)
                    self.remarks.add(mistake("SRC-108", place, text=bare[:30], words=bare[1:30]))
                bare = f"\\{bare}"
            elif re.fullmatch(r"[=-]+", bare):
                if len(bare) > 3:
                    said = {"what": _DRAWN, "cure": _DRAWN_OUT}
                    self.remarks.add(mistake("SRC-107", self.remarks.place(line.number), text=bare[:10], **said))
                bare = f"\\{bare}"
            written.append(line.put(bare))
        return written

    def _definitions(self, lines: Sequence[Line], terms: list[Line], at: int) -> tuple[list[Line], int, str]:
        """Return terms and the definitions below them; each line right above a definition is a term."""
        inside: list[Line] = []
        loose = lines[at - 1].blank
        for term in terms:
            inside += marked(opening("term"), [term.put(term.bare.rstrip(" \\"))], term)
        while at < len(lines) and (found := DEFINITION.match(lines[at].bare)):
            given, after = _hanging(lines, at, lines[at].put(lines[at].bare[found.end() :]), terms=True)
            tight = not loose and not any(line.blank for line in given)
            inside += marked(opening("definition", "tight" if tight else ""), self.blocks(given, item=True), lines[at])
            more = next((n for n in range(after, len(lines)) if not lines[n].blank), len(lines))
            at = more if more < len(lines) and DEFINITION.match(lines[more].bare) else after
        return marked(opening("terms"), inside, terms[0]), at, "definitions"


_DEEPEST = 60  # levels; what goes deeper is told of the page


def marked(mark: str, inside: Sequence[Line], line: Line) -> list[Line]:
    """Return what a block holds between its two marks, each on a line of its own."""
    last = max((at for at, one in enumerate(inside, start=1) if not one.blank), default=0)
    return [line.put(mark), line.put(""), *inside[:last], line.put(""), line.put(CLOSE), line.put("")]


def _is_inner(lines: Sequence[Line], at: int, *, item: bool) -> bool:
    """Say whether a line, right below the first of an item and within it, begins a list: its number is 1."""
    mark = marker(lines[at])
    return item and at == 1 and mark is not None and mark.number == 1


def _interrupts(lines: Sequence[Line], at: int, *, after_text: bool) -> bool:
    line = lines[at]
    if RULE.match(line.bare) and _UNDERLINE.match(line.bare):
        return False
    return (
        starts(line)
        or opens_list(lines, at, after_text=after_text)
        or tables.is_table(lines, at)
        or tables.is_bars(lines, at)
        or bool(DEFINITION.match(line.bare))
    )


def _fence(lines: Sequence[Line], at: int) -> tuple[list[Line], int]:
    found = FENCE.match(lines[at].bare)
    mark = found[1] if found else "```"
    end = at + 1
    while end < len(lines) and not re.fullmatch(rf"{mark[0]}{{{len(mark)},}} *", lines[end].bare):
        end += 1
    end = min(end + 1, len(lines))
    return [line.cut(lines[at].indent) for line in lines[at:end]], end


def _hanging(lines: Sequence[Line], at: int, first: Line, *, terms: bool = False) -> tuple[list[Line], int]:
    """Return what belongs to a note or a definition: what goes on right below, and what is indented after a gap."""
    inside, gap, end = [first], 0, at + 1
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if line.blank:
            gap += 1
            continue
        own = line.indent >= 2 or (not gap and not starts(line) and not DEFINITION.match(line.bare))
        if own and terms and line.indent < 2 and number + 1 < len(lines) and DEFINITION.match(lines[number + 1].bare):
            own = False
        if not own or (terms and line.indent < 2 and DEFINITION.match(line.bare)):
            break
        inside += [line.put("")] * gap + [line.cut(TAB)]
        end, gap = number + 1, 0
    return inside, end


def _is_numbered_heading(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line with a number is no item but a heading: it stands alone above a line that is drawn."""
    first, alone = marker(lines[at]), not at or lines[at - 1].blank
    if first is None or first.kind[0] != "1" or not alone or at + 1 >= len(lines):
        return False
    below = lines[at + 1]
    found = _UNDERLINE.match(below.bare)
    return bool(found and below.indent < lines[at].indent + 2 and _underlines(found[1], lines[at].text.strip()))


def _underlines(line: str, text: str) -> bool:
    """Tell whether a line makes the one above it a heading; dashes below a sentence do if they are as long as it is."""
    return line[0] == "=" or not _SENTENCE.search(text) or len(line) > max(len(text) - 3, 3)
