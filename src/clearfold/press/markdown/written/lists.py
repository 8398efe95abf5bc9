"""Lists: which lines belong to which item, and the numbers that the writer gave them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from clearfold.model.copy_rules import mistake
from clearfold.press.markdown.written.lines import Line, Remarks
from clearfold.press.markdown.written.marks import MEASURE, Marker, marker, opens_list, starts
from clearfold.press.markdown.written.tables import is_table

_SIGNED = re.compile(rf"\d+(?:[.,]\d+)?{MEASURE}", re.IGNORECASE)
_DEGREES = re.compile(r"\d+(?:[.,]\d+)?[ \xa0\u202f]?(?:°|º|degr|grad)", re.IGNORECASE)
_TASK = re.compile(r"\[([ xX])\][ ]+(?=\S)")
# What people begin items with, and Markdown does not: (1), A., ii), 1/, 1.-, 1.º, →, a dash without its space.
_LIKE_ITEMS = re.compile(
    r"\((?:\d{1,2}|[a-z])\) |[A-Z][.)] |[IVX]{2,4}[.)] |[ivx]{1,4}[.)] |\d{1,2}[/°] |[→✓✔☐☑✗□▢❏❑❒]|[-+](?=[^\W\d_])"
    r"|\d{1,2}[.)](?=[^\W\d_])|\*(?=[^\W\d_])[^*]*$|\d{1,2}\.\d{1,2}\.? (?=[A-ZÀ-Þ])"
    r"|\d{1,2}\.?[-–ºª°] (?=[¿¡«“\"]?[A-ZÀ-Þ])"
)
# What stands below each other and nobody wraps so: **A.** Yes; sa 14/03 – meeting; Fax: 020 7946 0000.
_APART = re.compile(
    r"\*\*[^*\n]*[^*\n:]\*\*(?! ?:)|(?:[^\W\d_]{2,3}\.? )?\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4}|\.)? (?:[–—-] )?[^\W\d_]"
    r"|[A-ZÀ-Þ][\w.-]{1,14}(?: [\w.-]{1,10})?: \S"
)
_BROKEN = re.compile(r"(?: {2}|\\|<br ?/?>)$")
SHORT_LINES, SHORT = 3, 45  # lines at least, and letters at most, of what is no text that somebody wrapped
# A capital, a figure, a sign, or an address.
_BEGINS = re.compile(r"(?![a-zß-öø-ÿ])[^\W_]|[+☎✆✉<„“«\"(]|\[(?![^\]]+\]:)|\*\*?\S|www\.|https?:|[^\s@]+@\S+$")
_ENDS = re.compile(r"(?: {2}|\\|<br ?/?>)$|[.!?…;,]$")  # parted already, or a text of short sentences
_SENTENCE = re.compile(r"[¿¡„“«\"(]?(?:\*\*)?[A-ZÀ-Þ]")
_LATER = re.compile(r"\(?(?:[02-9B-Zb-hj-z]|1\d)")  # no list begins with these: a name, or a date
_BOX = {" ": "☐"}
_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
# Bullets of the first and of the second level, as word processors paste them.
_OUTER, _INNER = "•●·\uf0b7", "◦○▪■–—\uf0a7\uf06f"


@dataclass(slots=True)
class Item:
    """An item of a list: its sign, its lines without what is before them, and whether an empty line follows it."""

    mark: Marker
    lines: list[Line] = field(default_factory=list)
    gap: bool = False


def read_list(lines: Sequence[Line], at: int, remarks: Remarks, *, after_text: bool) -> tuple[list[Item], int]:
    """Return the items of the list that begins at a line, and where the text goes on."""
    items: list[Item] = []
    end, gap, column, kind = at, 0, 0, ""
    below: tuple[str, Line] | None = None  # the last item as far as it is clear, and the first line right below it
    for line in lines[at:]:
        mark = marker(line)
        if line.blank:
            gap += 1
        elif items and line.indent >= column + 2:
            items[-1].lines += [line.put("")] * gap + [line.cut(column + items[-1].mark.width)]
            end, gap = end + gap + 1, 0
        elif mark and items and not gap and kind in _OUTER and mark.kind in _INNER:
            items[-1].lines.append(line.put(line.bare))
            end += 1
        elif mark and (not items or mark.kind == kind):
            if items:
                items[-1].gap = bool(gap)
            items.append(Item(mark, [line.put(_task(mark.text))]))
            column, kind, below = line.indent, mark.kind, None
            end, gap = end + gap + 1, 0
        elif (
            not gap
            and not starts(line)
            and not (mark and opens_list(lines, end, after_text=True))
            and not is_table(lines, end)
        ):
            before = items[-1].lines[-1].bare
            if below is None and line.indent <= column and len(before) <= SHORT and _SENTENCE.match(line.bare):
                below = before, line
            items[-1].lines.append(line.put(_NUMBER.sub(r"\1\\\2", line.bare)))  # it goes on with the item's text
            end += 1
        else:
            break
    if below:
        text, item = below[1].bare[:30].rstrip(), below[0][:30].rstrip()
        remarks.add(mistake("SRC-116", remarks.place(below[1].number), text=text, item=item))
    items = [item for item in items if any(not line.blank for line in item.lines)]
    _tell(items, lines[at], remarks, after_text=after_text and not lines[at - 1].text.rstrip().endswith(":"))
    return items, end


def numbers(items: Sequence[Item]) -> list[int]:
    """Return the number of each item; where all are numbered 1, they are counted."""
    given = [item.mark.number for item in items]
    return list(range(1, len(given) + 1)) if set(given) == {1} else given


def tell_run_together(lines: Sequence[Line], remarks: Remarks) -> bool:
    """Tell, once a paragraph, of lines that begin like items of a list and are none: SRC-113; say whether it was."""
    for line, below in pairwise(lines):
        first = not _LATER.match(line.bare) or (line.bare[:1] == "I" and below.bare[:2] == "II")
        like = first and all(_LIKE_ITEMS.match(one.bare) for one in (line, below))
        if like or (not _BROKEN.search(line.text) and all(_APART.match(one.bare) for one in (line, below))):
            remarks.add(mistake("SRC-113", remarks.place(line.number), text=line.bare[:30].rstrip()))
            return True
    return False


def tell_short_lines(lines: Sequence[Line], remarks: Remarks) -> None:
    """Tell of a paragraph whose lines are those of an address, or of a form, and will be one text: SRC-114."""
    bare = [line.bare for line in lines]
    apart = len(bare) >= SHORT_LINES and all(len(text) <= SHORT and _BEGINS.match(text) for text in bare)
    if apart and not any(_ENDS.search(text) for text in bare):
        remarks.add(mistake("SRC-114", remarks.place(lines[0].number), first=bare[0].rstrip(), last=bare[-1].rstrip()))


def _task(text: str) -> str:
    return _TASK.sub(lambda found: f"{_BOX.get(found[1], '☑')} ", text, count=1)


def _tell(items: Sequence[Item], line: Line, remarks: Remarks, *, after_text: bool) -> None:
    given = [item.mark.number for item in items]
    first = items[0].mark
    if first.ordered and len(given) > 1:
        if set(given) == {1}:
            remarks.add(mistake("SRC-102", remarks.place(line.number), "ones", last=len(given)))
        elif any(after <= before for before, after in pairwise(given)):
            shown = ", ".join(map(str, given[:6]))
            remarks.add(mistake("SRC-102", remarks.place(line.number), "fall", numbers=shown))
        return
    if first.kind in "-–—" and _is_minus(items):
        text = f"{first.kind} {first.text}"[:30].rstrip()
        number = first.text.split()[0]
        remarks.add(mistake("SRC-101", remarks.place(line.number), "minus", text=text, number=number))
    elif after_text and len(items) == 1 and not first.ordered:
        text = f"{first.kind} {first.text[:20].rstrip()}"
        remarks.add(mistake("SRC-109", remarks.place(line.number), text=text, sign=first.kind))


def _is_minus(items: Sequence[Item]) -> bool:
    """Say whether a dash before numbers may be a minus: one item with a measure, or degrees in every one."""
    if len(items) == 1:
        return bool(_SIGNED.match(items[0].mark.text))
    return all(_DEGREES.match(item.mark.text) for item in items)
