"""Boxes in every manner that people know: ``!!! note``, ``> [!NOTE]`` and ``::: note``, their titles and their text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from clearfold.model.copy_rules import mistake
from clearfold.press.markdown.written.lines import TAB, Line, Remarks
from clearfold.press.markdown.written.marks import starts

TITLED = ("phone", "amount", "question", "person", "calendar")
"""Parts of a leaflet that people expect, which say nothing without a title of the writer's."""
BARE = ("phone", "amount")  # of which a title alone may be all
TYPES = ("note", "tip", "important", "warning", *TITLED)
# What other programs call them.
ALIASES = {
    "info": "note",
    "hint": "tip",
    "caution": "warning",
    "danger": "warning",
    "attention": "warning",
    "call": "phone",
    "dose": "amount",
    "faq": "question",
}
# What people call boxes that we have by another name: told, since none of them is sure.
_MEANT = {
    name: kind
    for kind, names in {
        "note": "opmerking notitie remarque hinweis notiz nota abstract summary tldr example quote cite spoiler "
        "details "
        "todo callout callout-note encadré kader kasten box",
        "tip": "advies conseil astuce tipp ratschlag consiglio consejo success check done callout-tip",
        "important": "belangrijk wichtig importante ważne callout-important",
        "warning": "waarschuwing opgelet let-op letop avertissement achtung warnung vorsicht gevaar gefahr error "
        "failure "
        "bug alert attenzione avviso atención aviso atenção uwaga ostrzeżenie callout-warning callout-caution",
        "question": "vraag frage domanda pregunta pergunta pytanie help",
        "phone": "telefoon téléphone telefon bel telefono teléfono",
        "amount": "hoeveelheid dosis quantité menge",
        "person": "persoon personne",
        "calendar": "kalender calendrier calendario",
    }.items()
    for name in names.split()
}
ALERT = re.compile(r"\[!([A-Za-z]+)\][-+]?[ ]*(.*)$")
_HEAD = re.compile(r"(?:!!!|\?\?\?\+?)[ ]*([\w-]*)[ ]*(.*?)[ ]*$")
_COLONS = re.compile(r"(:{3,})[ ]*(?:\{([^}]*)\}|([\w-]+))?[ ]*(.*?)[ ]*:*$")
_CLASS = re.compile(r"(?:^|\s)\.([\w-]+)")
_TITLE = re.compile(r"title=[\"“”]([^\"“”]*)[\"“”]")
_QUOTES = re.compile(
    r"""(?:"(.*)"|“(.*)[”“]|„(.*)[“”]|«[ \xa0\u202f]?(.*?)[ \xa0\u202f]?»|»(.*)«|'(.*)'|‘(.*)’|\[(.*)\])$"""
)


@dataclass(frozen=True, slots=True)
class Box:
    """A box: its type, its title ("" where it has none), its text, and the line where the text goes on after it."""

    kind: str
    title: str
    lines: list[Line]
    end: int


def unquoted(title: str) -> str:
    """Return a title without the quotation marks around it, straight or of any language."""
    found = _QUOTES.match(title.strip())
    return next((part for part in found.groups() if part is not None), "") if found else title.strip()


def kind_of(name: str, line: Line, remarks: Remarks) -> str:
    """Return our name for a type of box; one that nobody knows is told, and is a note."""
    known = ALIASES.get(name.lower(), name.lower())
    if known in TYPES:
        return known
    place, choices = remarks.place(line.number), ", ".join(TYPES)
    if meant := _MEANT.get(name.lower()) or next(iter(get_close_matches(name.lower(), (*TYPES, *ALIASES), 1, 0.8)), ""):
        remarks.add(mistake("SRC-050", place, "near", name=name, instead=meant))
    elif name:
        remarks.add(mistake("SRC-050", place, "unknown", name=name, choices=choices))
    else:
        remarks.add(mistake("SRC-050", place, "none", choices=choices))
    return "note"


def _titled(kind: str, title: str, head: Line, remarks: Remarks) -> str:
    """Return the type of a box; one that lacks the title without which it says nothing is told."""
    if kind in TITLED and not title:
        remarks.add(mistake("SRC-140", remarks.place(head.number), name=kind))
    return kind


def read_marked(lines: Sequence[Line], at: int, remarks: Remarks) -> Box:
    """Read a box that ``!!!`` opens: what is indented, and what stands right below it without an empty line."""
    head, end, gap, strayed = lines[at], at + 1, False, False
    found = _HEAD.match(head.bare)
    name, title = (found[1], found[2]) if found else ("", "")
    text: list[Line] = []
    for line in lines[end:]:
        depth = line.indent - head.indent
        if line.blank:
            gap = True
        elif depth >= TAB or (text and gap and depth >= 2):
            strayed = strayed or depth < TAB
            gap = False
        elif not gap and not starts(line):
            strayed = True
        else:
            break
        text.append(line.put("") if line.blank else line.cut(head.indent + TAB))
        end += 1
    while text and text[-1].blank:
        text.pop()
        end -= 1
    kind = _titled(kind_of(name, head, remarks), unquoted(title), head, remarks)
    if not text and kind not in BARE:
        remarks.add(mistake("SRC-103", remarks.place(head.number), "empty"))
    elif strayed:
        where = next(line for line in lines[at + 1 : end] if not line.blank and line.indent - head.indent < TAB)
        remarks.add(mistake("SRC-104", remarks.place(where.number)))
    return Box(kind, unquoted(title), text, end)


def read_colons(lines: Sequence[Line], at: int, remarks: Remarks) -> Box | None:
    """Read a box between ``:::`` lines; None where the line opens nothing."""
    head = lines[at]
    found = _COLONS.match(head.bare)
    if not found or not (found[2] or found[3]):
        return None
    classes = _CLASS.findall(found[2]) if found[2] else [found[3]]
    known = next((name for name in classes if ALIASES.get(name.lower(), name.lower()) in TYPES), (classes or [""])[0])
    named = _TITLE.search(found[2] or "")
    depth, end = 1, at + 1
    while end < len(lines) and depth:
        inner = _COLONS.match(lines[end].bare)
        depth += 0 if not inner else (1 if inner[2] or inner[3] else -1)
        end += 1
    kind = _titled(kind_of(known, head, remarks), named[1] if named else unquoted(found[4]), head, remarks)
    text = list(lines[at + 1 : end if depth else end - 1])
    if depth:
        remarks.add(mistake("SRC-103", remarks.place(head.number), "open"))
    elif all(line.blank for line in text) and kind not in BARE:
        remarks.add(mistake("SRC-103", remarks.place(head.number), "between"))
    return Box(kind, named[1] if named else unquoted(found[4]), text, end)


def read_alert(quoted: Sequence[Line], end: int, remarks: Remarks) -> Box | None:
    """Read a quotation whose first line is ``[!NOTE]`` as a box; None where it is another."""
    found = ALERT.match(quoted[0].bare) if quoted else None
    if not found:
        return None
    kind = _titled(kind_of(found[1], quoted[0], remarks), unquoted(found[2]), quoted[0], remarks)
    text = list(quoted[1:])
    if all(line.blank for line in text) and kind not in BARE:
        remarks.add(mistake("SRC-103", remarks.place(quoted[0].number), "alert"))
    return Box(kind, unquoted(found[2]), text, end)
