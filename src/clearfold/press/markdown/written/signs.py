"""What stands within lines: notes to oneself, and signs that mean something to other programs and nothing here."""

import re
from collections.abc import Sequence

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Location
from clearfold.model.messages import message
from clearfold.press.markdown.written.lines import Line, Remarks
from clearfold.press.markdown.written.marks import FENCE

_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_ADDRESS = re.compile(r"\]\([^()\s]*\)|\{#[^{}]*\}|https?://\S+|<[^<>]*>")
# A place without words, such as pandoc makes of a bookmark; code goes before it.
_ANCHOR = re.compile(rf"({_CODE.pattern.replace(chr(92) + '1', chr(92) + '2')})|(?<!!)\[\]\{{[^{{}}\n]*\}}")
_COMMENT = "<!-- -->"
_TARGET = re.compile(r"(!?)\[[^\[\]]*\]\((?! *<)((?:[^()]|\([^()]*\))*+)\)")
_TITLE = re.compile(r" +[\"'“„«].*$")
_ADDRESSED = re.compile(r"https?:|mailto:|tel:|[^\s/]+/|.*\.[A-Za-z]{3,4}$")
_HOLD = message("write what stands there, or take it out")
# A pattern, what it is, and what to do: what would be printed as if it were text, and is none.
_REFUSED = (
    (re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}"), message("is a place that another program fills in"), _HOLD),
    (
        re.compile(r"(?<!\!)\[\[[^\[\]]+\]\]"),
        message("is a link of a wiki"),
        message("write [words](https://…), or [words](#id)"),
    ),
    (
        re.compile(r"\^\[[^\[\]]+\]"),
        message("is a note within the text for other programs"),
        message("write [^1] there, and on a line of its own [^1]: and what the note says"),
    ),
    (
        re.compile(r"\[-?@[\w:.#$%&+?<>~/-]+(?:[,;][^\[\]]*)?\](?!\()"),
        message("is a source that another program fills in"),
        message("write a note: [^1] there, and on a line of its own [^1]: and the source"),
    ),
    (
        re.compile(r"%%(?!\d)[^%]*%%|^%%\s*$"),
        message("is a note to yourself for another program"),
        message("write <!-- and --> around it, which is not printed; or take it out"),
    ),
    (
        re.compile(r"^\\(?:newpage|pagebreak|clearpage|vspace\{[^}]*\}|hfill)\b"),
        message("is a command of another program"),
        _HOLD,
    ),
    (
        re.compile(r"~~(?=\S)[^~]+(?<=\S)~~|(?<![\w~\\)])~(?=[^\s~])[^~]+(?<=\S)~(?![\w~])"),
        message("is struck out, and would be read like any other words by who cannot see the line"),
        message("take the words out, or say in words that they no longer hold"),
    ),
)
# These are printed as they stand.
_TOLD = (
    (
        re.compile(r"(?<![\w:/]):[a-z][a-z0-9_+-]*[a-z0-9]:(?![\w:/])"),
        message("names an emoji for other programs"),
        message("take it out, or write a word"),
    ),
    (
        re.compile(r"(?<![\w$\\])\$(?:[A-Za-z]|[^\s$][^$]*[\\^_{}=][^$]*)\$(?![\w$])"),
        message("is a formula for other programs"),
        message("write it as text: x², H~2~O"),
    ),
    (
        re.compile(r"(?<![-\w<!])---?(?![->])(?=\s)|(?<=[\w*.,;:!?)\"'’”»])---?(?=[\w*(\"'‘“„«])"),
        message("is a long dash for other programs"),
        message("write – or —"),
    ),
    (
        re.compile(r"(?<!\\)\\ (?=\S)"),
        message("is a space at which no line ends, for other programs"),
        message("take the \\ out"),
    ),
    (
        re.compile(r"(?<![\w+])\+\+(?=[^\s+])[^+]+(?<=\S)\+\+(?![\w+])"),
        message("is underlined by other programs"),
        message("take the signs out, or write ** in their place"),
    ),
    (
        re.compile(r"^\s*~ {2,}\S"),
        message("begins a definition for other programs"),
        message("write : in place of ~"),
    ),
)


def spoken(lines: Sequence[Line], remarks: Remarks) -> list[Line]:
    """Return the lines with each note to oneself as an empty one, and tell what is of another program's language."""
    kept: list[Line] = []
    fence, inside, told = "", False, set[str]()
    for line in lines:
        found = FENCE.match(line.bare)
        if not inside and (fence or found):
            closes = bool(found and fence and found[1].startswith(fence))
            fence = "" if closes else fence or (found[1] if found else "")
            kept.append(line)
            continue
        closed = _closed(lines, line.number)
        if not closed and "<!--" in _CODE.sub(_blank, line.text) and _COMMENT not in told:
            told.add(_COMMENT)
            remarks.add(mistake("SRC-112", remarks.place(line.number)))
        text, inside = _without_notes(line.text, inside=inside, closed=closed)
        text = _ANCHOR.sub(lambda found: found[1] or "", text)
        kept.append(line.put(text))
        if text.strip("|:- "):  # a rule, or the dashes of a table
            _tell(kept[-1], remarks, told)
    return kept


def _closed(lines: Sequence[Line], number: int) -> bool:
    """Say whether a note that is open on a line ends on it or on a later one."""
    return any("-->" in line.text for line in lines[number:])


def _without_notes(text: str, *, inside: bool, closed: bool) -> tuple[str, bool]:
    """Return a line with each ``<!-- … -->`` empty; ``inside`` says whether it begins, and ends, within one."""
    said, rest = "", text
    while rest:
        if inside:
            _, end, rest = rest.partition("-->")
            inside = not end
            continue
        before, begin, after = rest.partition("<!--")
        if begin and not closed:
            return said + rest, False
        said += before + (_COMMENT if begin else "")
        inside, rest = bool(begin), after
    return said, inside


def _tell(line: Line, remarks: Remarks, told: set[str]) -> None:
    text = _CODE.sub(_blank, line.text)
    place = remarks.place(line.number)
    for link in _TARGET.finditer(text):
        _tell_address(_TITLE.sub("", link[2]).strip(), remarks, place, picture=bool(link[1]))
    text = _ADDRESS.sub(_blank, text)
    for refused, kinds in ((True, _REFUSED), (False, _TOLD)):
        for pattern, what, hint in kinds:
            if what not in told and (found := pattern.search(text if what[:7] != "is a co" else text.strip())):
                told.add(what)
                said = found[0][:30]
                if refused:
                    remarks.add(mistake("SRC-106", place, "sign", text=said, what=what, cure=hint))
                else:
                    remarks.add(mistake("SRC-107", place, text=said, what=what, cure=hint))


def _tell_address(target: str, remarks: Remarks, place: Location, *, picture: bool) -> None:
    if " " not in target:
        return
    if target.startswith("#"):
        remarks.add(mistake("SRC-110", place, "inner", target=target, cure=target.replace(" ", "-")))
    elif picture or _ADDRESSED.match(target):
        remarks.add(mistake("SRC-110", place, "file", target=target))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
