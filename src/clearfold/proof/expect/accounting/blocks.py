"""Walk the body line by line along the blocks that the parser found: what is text, what is syntax, what is neither."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from re import Pattern

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token
from markdown_it.utils import EnvType

from clearfold.model.source import Source
from clearfold.proof.expect.abbreviations import Definition
from clearfold.proof.expect.accounting import signs
from clearfold.proof.expect.accounting.inlines import LINK_TITLE, Inline, Used, plain
from clearfold.proof.expect.accounting.lines import Lines
from clearfold.proof.expect.accounting.markup import read_html
from clearfold.proof.expect.accounting.rewritten import as_given, settle
from clearfold.proof.expect.accounting.written import REFERENCE, Runs, Written
from clearfold.proof.expect.markdown import is_of_others, repeats, said_of, tokens_of

# What a token takes from the lines of its block: (first or every line, what stands there).
FIRST: dict[str, Pattern[str]] = {
    "footnote_reference_open": signs.NOTE,
    "admonition_open": signs.BOX,
    "hr": signs.RULE,
    "fence": signs.FENCE,
}
EVERY: dict[str, Pattern[str]] = {"blockquote_open": signs.QUOTE}


def read_body(md: MarkdownIt, source: Source, title: str) -> Runs:
    """Return the runs of the body; what is neither text nor syntax is left unknown in what is written."""
    tokens, env, definitions, rows = tokens_of(md, source.body, source.body_line)
    written = Written(source.path, source.body, source.body_line)
    given = as_given(written, rows)
    walk = _Body(md, Runs(given), tokens, title)
    walk.read()
    own = Runs(written)
    for definition in definitions:
        walk.define(definition, own)
    walk.addresses(env)
    return Runs(settle(given), [*walk.runs.done, *own.done], [*walk.runs.apart, *own.apart])


@dataclass(slots=True)
class _Body:
    """One walk over a body."""

    md: MarkdownIt
    runs: Runs
    tokens: Sequence[Token]
    title: str
    used: Used = field(default_factory=Used)
    lines: Lines = field(init=False)

    def __post_init__(self) -> None:
        self.lines = Lines(self.runs.written)

    @property
    def written(self) -> Written:
        return self.runs.written

    def read(self) -> None:
        """Read all tokens, in the order in which they are written."""
        kinds: dict[str, Callable[[int, Token], None]] = {
            "list_item_open": self._item,
            "dd_open": self._defined,
            "table_open": self._table,
            "inline": self._inline,
            "fence": self._code,
            "code_block": self._code,
            "html_block": self._html,
        }
        notes: list[tuple[str, int]] = []
        for index, token in enumerate(self.tokens):
            if token.type != "html_block":
                self.runs.part()
            rows = range(*token.map) if token.map else range(0)
            if token.type in FIRST:
                self.lines.begin(rows[:1], FIRST[token.type])
            if token.type in EVERY:
                self.lines.begin(rows, EVERY[token.type])
            if token.type == "footnote_reference_open":
                notes.append((str(token.meta["label"]), len(self.runs.done)))
            if token.type in kinds:
                kinds[token.type](index, token)
        self.runs.part()
        self._number(notes)

    def _number(self, notes: list[tuple[str, int]]) -> None:
        """Put the number before the notes that somebody refers to."""
        for label, first in dict(reversed(notes)).items():
            if label in self.used.notes and first < len(self.runs.done):
                run = self.runs.done[first]
                opening = f"{REFERENCE} "
                at = [run.at[0]] * len(opening)
                self.runs.done[first] = replace(run, text=opening + run.text, at=[*at, *run.at])

    def define(self, definition: Definition, runs: Runs) -> None:
        """Read a line that defines an abbreviation, from what is written."""
        low, high = runs.written.line(definition.line - runs.written.first)
        match = signs.ABBREVIATION.match(runs.written.text, low, high)
        if not match:
            return
        runs.written.mark(low, high)
        runs.aside(match["short"], range(*match.span("short")))
        (token,) = self.md.parseInline(match["long"])
        Inline(runs, self.used, match["long"], range(*match.span("long"))).read(token.children or ())
        runs.part()

    def addresses(self, env: EnvType) -> None:
        """Read the lines that say where links lead: those of a label that is used, and notes to oneself."""
        used = self.used.addresses
        given = {label: (one["map"], label in used) for label, one in env.get("references", {}).items()}
        for (first, end), is_used in given.values():
            self._address(first, end, is_used=is_used)
        for again in env.get("duplicate_refs", ()):
            self._address(*again["map"], is_used=False)

    def _address(self, first: int, end: int, *, is_used: bool) -> None:
        text, high = self.written.text, self.written.line(end - 1)[1]
        low = self.lines.start(first)
        match = signs.DEFINITION.match(text, low, high)
        comment = match is not None and normalizeReference(match["label"]).lower() in signs.COMMENT_LABELS
        if not is_used and not comment:
            return
        self.written.mark(low, high)
        if match and match["title"] and not comment:
            begin, stop = match.span("title")
            self.runs.aside(*plain(text, begin + 1, stop - 1, range(len(text))), LINK_TITLE)

    def _item(self, _index: int, token: Token) -> None:
        row = (token.map or [0])[0]
        self.lines.begin([row], signs.marker(token.info, token.markup))

    def _defined(self, index: int, _token: Token) -> None:
        # mdit-py-plugins 0.7.0 gives a definition below a second term the line of that term.
        first = next((token.map for token in self.tokens[index + 1 : index + 4] if token.map), [0])
        self.lines.begin(first[:1], signs.DEFINED)

    def _table(self, _index: int, token: Token) -> None:
        row = (token.map or [0])[0] + 1
        self.lines.end(row, self.lines.start(row), signs.COLUMNS)

    def _inline(self, index: int, token: Token) -> None:
        row = (token.map or [0])[0]
        opening = self.tokens[index - 1]
        if opening.type in ("td_open", "th_open"):
            places = self.lines.cell(token.content, row, last=self.tokens[index + 2].nesting < 0)
        elif opening.type == "heading_open" and opening.markup.startswith("#"):
            places = self.lines.heading(token.content, row)
        elif opening.type == "admonition_title_open":
            if self._is_automatic(index - 2):
                return
            places = self.lines.title(token.content, row)
        else:
            places = self.lines.places(token.content, row)
            if opening.type == "heading_open" and opening.map:
                self.lines.end(opening.map[1] - 1, self.lines.start(opening.map[1] - 1), signs.UNDERLINE)
        if places is not None:
            self._text(index, token, places)

    def _is_automatic(self, index: int) -> bool:
        box = self.tokens[index]
        return '"' not in box.info and len(box.info.split()) == 1

    def _text(self, index: int, token: Token, places: list[int]) -> None:
        opening, words = self.tokens[index - 1], token.content.strip()
        again = opening.type == "heading_open" and opening.tag == "h1" and said_of(token) == self.title
        if again or (opening.type == "paragraph_open" and words == signs.CONTENTS):
            return
        children, text = list(token.children or ()), token.content
        after = self.tokens[index + 2].type if index + 2 < len(self.tokens) else ""
        caption = signs.CAPTION.match(text) if after == "table_open" and opening.type == "paragraph_open" else None
        if caption and children and children[0].type == "text":
            text, places = text[caption.end() :], places[caption.end() :]
            children[0] = children[0].copy(content=signs.CAPTION.sub("", children[0].content, count=1))
        heading = opening.type == "heading_open"
        Inline(self.runs, self.used, text, places).read(children, heading=heading)

    def _code(self, _index: int, token: Token) -> None:
        first, end = token.map or (0, 0)
        if is_of_others(token):
            self.lines.places("\n".join(self.written.text.split("\n")[first:end]), first)
            return
        fenced = token.type == "fence"
        content = token.content.removesuffix("\n")
        places = self.lines.places(content, first + fenced) if token.content else []
        if places is not None:
            self.runs.say(content, places)
            self.runs.part()
        if fenced:
            self.lines.end(end - 1, self.lines.start(end - 1), signs.FENCE_END)

    def _html(self, _index: int, token: Token) -> None:
        content = token.content.removesuffix("\n")
        places = self.lines.places(content, (token.map or [0])[0])
        if places is not None and not repeats(content, self.title):
            read_html(self.runs, content, places)
