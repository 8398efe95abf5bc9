"""Read the body of the copy with markdown-it-py, the second Markdown parser, into a tree of HTML elements.

The proof walks that tree. What CommonMark has no word for (captions, header columns, admonition titles, notes to
oneself) follows docs/writing.md. Each block carries the line of the copy on which it begins.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape
from itertools import pairwise
from xml.etree.ElementTree import Element

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from clearfold.model.limits import DEEPEST
from clearfold.proof.expect.abbreviations import Definition, take_definitions
from clearfold.proof.expect.html_pictures import read_pictures
from clearfold.proof.expect.numbering import number_items
from clearfold.proof.expect.signs import signs
from clearfold.proof.expect.written import LETTER, as_written
from clearfold.proof.html.crops import crop_classes
from clearfold.proof.html.elements import name_of
from clearfold.proof.html.parser import parse_html
from clearfold.proof.html.walker import BOX, LINE

START_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])")
ATTRIBUTES = re.compile(r"\{:?\s*(?=[^{}\n]*[#.=])[^{}\n]*\}")
TITLE = re.compile(r"\s*<h1\b[^>]*>([^<>]*)</h1>\s*", re.IGNORECASE)
RAW = re.compile(r"\{=\w+\}")
NOTES = re.compile(r"<!--.*?-->", re.DOTALL)
CLASS = re.compile(r"(?<=[\s{])\.([\w-]+)")
TRAILING = re.compile(r"\s+\{:?[^{}\n]*\}\s*$")
WEEK = 7  # columns of a calendar, in which a bold day is one that is marked
TAKES_ATTRIBUTES = frozenset("image code_inline link_close span_close em_close strong_close".split())
CREDIT = re.compile(r"""[\s{]credit\s*=\s*("|'|)(.*?)\1(?=[\s}])""")
CROP = re.compile(r"""[\s{]crop\s*=\s*("|'|)(.*?)\1(?=[\s}])""")
SHORT = re.compile(r"""[\s{]short\s*=\s*("|'|)(.*?)\1(?=[\s}])""")
ID = re.compile(r"#([^\s{}]+)")
BREAKS = frozenset({"softbreak", "hardbreak"})
CAPTION = "Table:"
NOTE = "data-note"
TO_NOTE = "#note"  # where references lead
MARKDOWN_TABLE = "data-columns"


@dataclass(frozen=True, slots=True)
class Body:
    """The body as a tree: its elements, its notes by label (each a tree too), and its abbreviations in order."""

    root: Element
    notes: dict[str, Element]
    definitions: tuple[Definition, ...]


def parser() -> MarkdownIt:
    """Return a CommonMark parser with the extensions that docs/writing.md promises."""
    # The parser of itself passes over what stands more than 20 levels deep; the proof says so instead.
    md = MarkdownIt("commonmark", {"maxNesting": 4 * DEEPEST}).enable("table")
    md.use(footnote_plugin).use(deflist_plugin).use(admon_plugin)
    md.use(attrs_plugin, spans=True, after=())
    signs(md)
    md.disable("code")
    md.disable(
        ["footnote_tail", "footnote_inline"]
    )  # a note stays where it is written; ^[…] is not of the copy's language
    md.add_render_rule("footnote_ref", _reference)
    return md


def prose(md: MarkdownIt, text: str) -> Element:
    """Return one paragraph of inline Markdown, from the front matter, as a tree."""
    tokens = md.parseInline(text)
    _clean_inline(tokens[0].children or [])
    return parse_html(f"<p>{md.renderer.render(tokens, md.options, {})}</p>")


def tokens_of(
    md: MarkdownIt, text: str, first_line: int
) -> tuple[list[Token], EnvType, list[Definition], list[tuple[int, str]]]:
    """Return the parser's tokens of a body, what it knows beside them, and the abbreviations that the body defines.

    Last come the rows that the parser was given, each with the number of its line in the body, from 0.
    """
    text, definitions = take_definitions(text, first_line)
    env: EnvType = {}
    rows = as_written(text)
    tokens = md.parse("\n".join(row.text for row in rows), env)
    number_items(tokens)
    return tokens, env, definitions, [(row.number, row.text.replace(LETTER, "")) for row in rows]


def read_body(md: MarkdownIt, text: str, first_line: int, title: str) -> Body:
    """Read the body of a copy, which begins on that line of its file; a heading that repeats the title is not read."""
    tokens, env, definitions, rows = tokens_of(md, text, first_line)
    for token in tokens:
        if token.map and token.nesting >= 0:
            token.attrSet(LINE, str(rows[min(token.map[0], len(rows) - 1)][0] + first_line))
        if token.children is not None:
            _clean_inline(token.children)
    main, notes = _part_notes(tokens)
    root = parse_html(md.renderer.render(list(_translate(main, title)), md.options, env))
    _mark_header_columns(root)
    read_pictures(root)
    trees = {
        label: parse_html(md.renderer.render(list(_translate(part, "")), md.options, env))
        for label, part in notes.items()
    }
    return Body(root, trees, tuple(definitions))


def _reference(_r: RendererProtocol, tokens: Sequence[Token], index: int, _o: OptionsDict, _e: EnvType) -> str:
    """Render a reference to a note; transcript.py writes its number when it knows the order of reading."""
    return f'<a {NOTE}="{escape(str(tokens[index].meta["label"]))}" href="{TO_NOTE}"></a>'


def _part_notes(tokens: Sequence[Token]) -> tuple[list[Token], dict[str, list[Token]]]:
    """Part the tokens of the text from those of the notes, which are kept by their labels."""
    main: list[Token] = []
    notes: dict[str, list[Token]] = {}
    into = main
    for token in tokens:
        if token.type == "footnote_reference_open":
            into = notes.setdefault(str(token.meta["label"]), [])
        elif token.type == "footnote_reference_close":
            into = main
        else:
            into.append(token)
    return main, notes


def _clean_inline(children: list[Token]) -> None:
    """Take attribute lists out of the words: after an inline element, or alone on the last line of a block."""
    for before, token in pairwise(children):
        if token.type == "text" and before.type == "link_open" and before.markup == "autolink":
            token.content = token.content.removeprefix("mailto:")  # the address is said, and not what opens it
        if token.type == "text" and before.type in TAKES_ATTRIBUTES and (match := ATTRIBUTES.match(token.content)):
            if before.type == "image" and "presentation" in match[0]:
                before.children, before.content = [], ""
            if before.type == "image" and (names := CLASS.findall(match[0])):
                before.attrJoin("class", " ".join(names))
            if before.type == "image" and (credit := CREDIT.search(match[0])):
                before.attrSet("credit", credit[2])
            if before.type == "image" and (crop := CROP.search(match[0])):
                before.attrJoin("class", crop_classes(crop[2]))
            token.content = token.content[match.end() :]
        if token is children[-1] and token.type == "text" and before.type in ("softbreak", "hardbreak"):
            token.content = ATTRIBUTES.sub("", token.content) if ATTRIBUTES.fullmatch(token.content) else token.content


def _translate(tokens: list[Token], title: str) -> Iterator[Token]:
    """Yield the tokens with captions, headings and titles as docs/writing.md has them."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        inline = tokens[index + 1] if index + 1 < len(tokens) else token
        after = tokens[index + 3].type if index + 3 < len(tokens) else ""
        words = inline.content.strip() if inline.type == "inline" else ""
        if token.type == "heading_open" and inline.children and inline.children[-1].type == "text":
            last = inline.children[-1]
            if (given := TRAILING.search(last.content)) and (name := ID.search(given[0])):
                token.attrSet("id", name[1])
            if given and (short := SHORT.search(given[0])):
                token.attrSet("short", short[2])
            last.content = TRAILING.sub("", last.content)
        title_again = token.type == "heading_open" and token.tag == "h1" and bool(words) and said_of(inline) == title
        if title_again or (token.type == "paragraph_open" and words == "[TOC]"):
            index += 3
        elif (token.type == "html_block" and repeats(token.content, title)) or is_of_others(token):
            index += 1
        elif token.type == "paragraph_open" and words.startswith(CAPTION) and after == "table_open":
            yield from _caption(tokens[index + 3], inline)
            index += 4
        elif token.type == "paragraph_open" and (figure := _figure(token, inline.children or [])):
            yield figure
            index += 3
        elif (
            token.type == "admonition_title_open"
            and '"' not in tokens[index - 1].info
            and _is_automatic(tokens[index - 1])
        ):
            tokens[index - 1].attrSet(BOX, str(tokens[index - 1].meta["tag"]))
            index += 3
        else:
            yield _plain(token)
            index += 1


def said_of(inline: Token) -> str:
    """Return the words of a heading as they are read: without the signs for bold, and without its attributes."""
    parts = [
        child.content if child.type in ("text", "code_inline") else " " if child.type.endswith("break") else ""
        for child in inline.children or ()
    ]
    return " ".join(TRAILING.sub("", "".join(parts)).split())


def is_of_others(token: Token) -> bool:
    """Say whether a block between fences is nothing but a note to a program, as pandoc puts between two lists."""
    return (
        token.type == "fence" and bool(RAW.fullmatch(token.info.strip())) and not NOTES.sub("", token.content).strip()
    )


def repeats(html: str, title: str) -> bool:
    """Say whether HTML is a heading that repeats the title, and nothing else."""
    found = TITLE.fullmatch(html)
    return found is not None and " ".join(unescape(found[1]).split()) == title


def _is_automatic(admonition: Token) -> bool:
    """Say whether the parser made up a box's title from its type: it does where the line holds one word only."""
    return len(admonition.info.split()) == 1


def _plain(token: Token) -> Token:
    """Return a token that the renderer writes as the walker wants to read it."""
    if token.type == "html_block":
        first = int(token.attrGet(LINE) or 0)
        token.content = START_TAG.sub(
            lambda m: f'{m[0]} {LINE}="{first + token.content.count(chr(10), 0, m.start())}"', token.content
        )
    elif token.type in ("fence", "code_block"):
        return _html(f'<pre {LINE}="{token.attrGet(LINE)}"><code>{escape(token.content)}</code></pre>')
    elif token.type == "table_open":
        token.attrSet(MARKDOWN_TABLE, "1")
    return token


def _html(content: str) -> Token:
    token = Token("html_block", "", 0)
    token.content = content
    return token


def _caption(table: Token, inline: Token) -> Iterator[Token]:
    """Yield the opening of a table with the words of the paragraph before it as its caption."""
    yield _plain(table)
    first = (inline.children or [inline])[0]
    first.content = first.content.lstrip().removeprefix(CAPTION).lstrip()
    opening = Token("caption_open", "caption", 1)
    opening.attrSet(LINE, inline.attrGet(LINE) or "")
    yield opening
    yield inline
    yield Token("caption_close", "caption", -1)


def _figure(paragraph: Token, children: list[Token]) -> Token | None:
    """Return the figure that a picture with a title or a credit is when it stands alone in its paragraph."""
    said = [child for child in children if child.type != "text" or child.content.strip()]
    if len(said) != 1 or said[0].type != "image":
        return None
    caption, credit = (escape(str(said[0].attrGet(name) or "")) for name in ("title", "credit"))
    if not (caption or credit):
        return None
    line, alt = paragraph.attrGet(LINE), said[0].content
    words = "".join(" " if child.type in BREAKS else child.content for child in said[0].children or []) or alt
    others = {name: value for name, value in said[0].attrs.items() if name not in ("alt", "title", "credit")}
    given = " ".join(f'{name}="{escape(str(value))}"' for name, value in {**others, "alt": words}.items())
    image = f"<img {given}>"
    below = "<br>".join(filter(None, (caption, credit and f'<span class="credit">{credit}</span>')))
    return _html(f'<figure {LINE}="{line}">{image}<figcaption>{below}</figcaption></figure>')


def _mark_header_columns(root: Element) -> None:
    """Make the first column of a Markdown table a header where docs/writing.md says that it is one."""
    boxes = [box for box in root.iter() if "calendar" in box.get("class", "").split()]
    calendars = [table for box in boxes for table in box if table.tag == "table"]
    for table in root.iter("table"):
        rows = [[cell for cell in row if name_of(cell) in ("td", "th")] for row in table.iter("tr")]
        if not table.get(MARKDOWN_TABLE) or len(rows) < 2:
            continue
        if table in calendars and {len(row) for row in rows} == {WEEK}:
            continue
        head, *body = rows
        first = [row[0] for row in body if row]
        empty = bool(head) and not "".join(head[0].itertext()).strip()
        if empty or all(_is_bold(cell) for cell in first):
            for cell in first:
                cell.tag = "th"


def _is_bold(cell: Element) -> bool:
    bold = len(cell) == 1 and name_of(cell[0]) == "strong"
    return bold and not (cell.text or "").strip() and not (cell[0].tail or "").strip()
