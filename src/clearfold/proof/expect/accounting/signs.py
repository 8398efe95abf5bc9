"""What is syntax and not text, and at which place: the grammar of docs/writing.md as a table.

Inline markup that a token of the parser names (`**`, `~~`) is not listed here: a token with markup consumes its own.
"""

import re

from clearfold.proof.html.elements import BLOCKS

# A list of attributes holds attributes and nothing else: `{take 4}` is somebody's words.
_VALUE = r"""(?:"[^"\n{}]*"|'[^'\n{}]*'|[^\s{}"']+)"""
_ATTRIBUTE = rf"(?:[#.][^\s{{}}\"'=#.]+|[\w:-]+[ \t]*=[ \t]*{_VALUE})"
ATTRIBUTES = re.compile(rf"\{{:?[ \t]*{_ATTRIBUTE}(?:[ \t,]+{_ATTRIBUTE})*[ \t]*\}}")
SPAN_END = re.compile(rf"\](?:\{{[ \t]*\}}|{ATTRIBUTES.pattern})")

# CommonMark 0.31, 6.3: where a link or picture leads, and its title.
_TARGET = r"(?:<[^<>\n]*>|(?:\\.|[^()\s\\]|\((?:\\.|[^()\s\\]|\((?:\\.|[^()\s\\])*\))*\))*)"
_TITLE = r"""(?P<title>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))"""
LINK_END = re.compile(rf"\]\(\s*{_TARGET}(?:\s+{_TITLE})?\s*\)", re.DOTALL)
LABEL_END = re.compile(r"\]\[(?P<label>(?:\\.|[^\[\]\\])*)\]", re.DOTALL)
DEFINITION = re.compile(
    rf"[ \t]*\[(?P<label>(?:\\.|[^\[\]\\])+)\]:\s*(?:<[^<>\n]*>|\S+)(?:\s+{_TITLE})?[ \t]*", re.DOTALL
)
# How people hide a note to themselves where a program knows no comment: `[//]: # (not printed)`.
COMMENT_LABELS = frozenset({"//", "#", "comment", "_"})

ENTITY = re.compile(r"&(?:#[xX][0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
HTML_ENTITY = re.compile(r"&(?:#[xX][0-9A-Fa-f]+;?|#[0-9]+;?|[A-Za-z][A-Za-z0-9]*;?)")
ESCAPED = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
BREAK = re.compile(r"(?:[ \t]*|\\)\n\s*")

HTML = re.compile(
    r"(?P<comment><!--(?:>|->|.*?-->))|(?P<other><\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![A-Za-z].*?>)|<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)"
    r"""(?P<rest>(?:"[^"]*"|'[^']*'|[^<>"'])*)>""",
    re.DOTALL,
)
ALTERNATIVE = re.compile(r"""\salt\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'=<>`]+))""", re.IGNORECASE)
PARTING = BLOCKS | {"img", "svg"}  # elements at which a run ends

# What may stand on a line before or after text, by the token to which it belongs.
QUOTE = re.compile(r"[ \t\xa0]*>")
DEFINED = re.compile(r"[ \t]*[:~]")
NOTE = re.compile(r"[ \t]*\[\^[^\]\s]+\]:")
BOX = re.compile(r"[ \t\xa0]*!!![ \t]*[\w-]*[ \t]*(?:\"\"[ \t]*$)?")
HEADING = re.compile(r"[ \t\xa0]*#{1,6}(?=\s|$)[ \t]*")
HEADING_END = re.compile(r"(?:[ \t]*#+)?[ \t]*$")
UNDERLINE = re.compile(r"[ \t]*(?:=+|-+)[ \t]*$")
RULE = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
COLUMNS = re.compile(r"[ \t]*[|:\-\s]*$")
BAR = re.compile(r"[ \t]*\|?[ \t]*")
FENCE = re.compile(rf"[ \t]*(?:`{{3,}}|~{{3,}})[ \t]*(?:[\w+#.-]+)?[ \t]*(?:\{{=\w+\}}|{ATTRIBUTES.pattern})?[ \t]*$")
FENCE_END = re.compile(r"[ \t]*(?:`{3,}|~{3,})[ \t]*$")
CAPTION = re.compile(r"[ \t]*Table:[ \t]*")
CONTENTS = "[TOC]"
TRAILING = re.compile(rf"\s+{ATTRIBUTES.pattern}\s*$")
ABBREVIATION = re.compile(r"[ ]{0,3}\*\[(?P<short>[^\]\n]+)\][ ]?:[ ]*(?P<long>.*)$")

# Signs that are put in the parser's words before it reads them: at a line's beginning, and at its end.
_LEAD = r"[ \t\xa0]*(?:>[ \t\xa0]*)*"
_MARKS = "\"“”„«»'‘’\\[\\]"  # around the title of a box
_BULLETS = r"-*+•▪·◦‣⁃●■○∙▸►➢➤–—\uf000-\uf8ff"
AT_BEGINNING = (
    re.compile(rf"{_LEAD}(?:\[![\w-]+\][-+]?)?"),
    re.compile(rf"{_LEAD}(?:!!!|\?\?\?\+?)[ \t]*[\w-]*[ \t\xa0\u202f]*[{_MARKS}]{{0,2}}"),
    re.compile(rf"{_LEAD}:{{3,}}[ \t]*(?:{ATTRIBUTES.pattern}|[\w-]+)?[ \t]*:*"),
    re.compile(rf"{_LEAD}(?:[{_BULLETS}|:]|\d{{1,9}}[.)]|[a-z][.)]|[o§Øüv](?=\t))(?:\s+\[[ xX]\](?=\s))?"),
    re.compile(rf"{_LEAD}(?:-+|=+)[ \t]*$"),
)
AT_END = (re.compile(r"\\[ \t]*$"), re.compile(rf"(?<=[\w.!?…\s])[{_MARKS}][ \t]*$"), re.compile(r":{3,}[ \t]*$"))


def marker(number: str, sign: str) -> re.Pattern[str]:
    """Return how an item of a list begins: its number and the sign behind it, or its bullet."""
    return re.compile(rf"[ \t\xa0]*{re.escape(number)}{re.escape(sign)}(?=\s|$)")


NUMBERED = re.compile(r"\[\d+\]")
