"""Walk a stretch of inline Markdown, as it is written, along the tokens that the parser made of it.

Each token takes from the writing what it stands for, and nothing else: where the two part ways, what is left of the
stretch is taken for text, so that it is told unless somebody reads it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from re import Match, Pattern

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from clearfold.model.messages import message
from clearfold.proof.expect.accounting import signs
from clearfold.proof.expect.accounting.markup import read_html
from clearfold.proof.expect.accounting.written import REFERENCE, Runs
from clearfold.proof.expect.markdown import CREDIT, TAKES_ATTRIBUTES

# What is written for tokens that have no markup of their own.
SIGNS = {"link_open": "[", "span_open": "[", "sub": "~", "sup": "^", "strong": "=="}
ENDED = {"link_close": signs.LINK_END, "span_close": signs.SPAN_END}
AUTOLINK = "autolink"
LINK_TITLE = message("the title of a link is not printed: leave it out, or write it in the text")


class _UnlikeError(Exception):
    """The writing does not go on as the token says."""


@dataclass(slots=True)
class Used:
    """What the text refers to: the labels of links' addresses, as the parser folds them, and those of notes."""

    addresses: set[str] = field(default_factory=set)
    notes: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Inline:
    """One stretch: what is written, and the place in the file of each of its characters."""

    runs: Runs
    used: Used
    text: str
    at: Sequence[int]
    done: int = 0
    opened: list[int] = field(default_factory=list)

    def read(self, tokens: Sequence[Token], *, heading: bool = False) -> None:
        """Give the runs what the tokens say that is read here."""
        end = len(self.text)
        if heading and (trailing := signs.TRAILING.search(self.text)):
            end = trailing.start()
        try:
            self._walk(tokens, heading=heading)
            if self.text[self.done : end].strip():
                raise _UnlikeError
        except _UnlikeError:
            self.runs.say(self.text[self.done : end], self.at[self.done : end])

    def _walk(self, tokens: Sequence[Token], *, heading: bool = False) -> None:
        before = ""
        for number, token in enumerate(tokens):
            last = number == len(tokens) - 1
            if before == AUTOLINK:
                self._address(token.content)
            elif token.type == "text":
                self._words(token.content, before, last=last, heading=heading)
            elif token.type in ("softbreak", "hardbreak"):
                self._say(" ", self._take(signs.BREAK).start())
            elif token.type == "code_inline":
                self._code(token)
            elif token.type == "image":
                self._picture(token)
            elif token.type == "footnote_ref":
                label = str(token.meta["label"])
                self.used.notes.add(label)
                self._say(REFERENCE, self._literal(f"[^{label}]"))
            elif token.type == "html_inline":
                start = self._literal(token.content)
                read_html(self.runs, token.content, self.at[start : self.done])
            elif token.nesting > 0:
                self._open(token)
            elif token.nesting < 0:
                self._close(token)
            else:
                raise _UnlikeError
            before = AUTOLINK if token.nesting > 0 and token.markup == AUTOLINK else token.type

    def _say(self, text: str, start: int) -> None:
        self.runs.say(text, [self.at[start]] * len(text))

    def _literal(self, text: str) -> int:
        """Take exactly these characters, and return where they began."""
        if not self.text.startswith(text, self.done):
            raise _UnlikeError
        self.done += len(text)
        return self.done - len(text)

    def _take(self, pattern: Pattern[str]) -> Match[str]:
        match = pattern.match(self.text, self.done)
        if not match:
            raise _UnlikeError
        self.done = match.end()
        return match

    def _words(self, content: str, before: str, *, last: bool, heading: bool) -> None:
        """Take words; a list of attributes at their beginning, or after the last of a heading, is none of them."""
        if before in TAKES_ATTRIBUTES and (match := signs.ATTRIBUTES.match(content)):
            start = self._literal(match[0])
            if before == "image" and (credit := CREDIT.search(match[0])):
                self.runs.aside(credit[2], self.at[start + credit.start(2) : start + credit.end(2)])
            content = content[match.end() :]
        if last and before in ("softbreak", "hardbreak") and signs.ATTRIBUTES.fullmatch(content):
            self._literal(content)
            return
        if last and heading:
            content = signs.TRAILING.sub("", content)
        if "\\" not in content and "&" not in content and self.text.startswith(content, self.done):
            self.runs.say(content, self.at[self.done : self.done + len(content)])
            self.done += len(content)
            return
        read = 0
        while read < len(content):
            sign, size = decoded(self.text, self.done)
            if not content.startswith(sign, read):
                sign, size = self.text[self.done : self.done + 1], 1
                if content[read] == "\ufffd" and (entity := signs.ENTITY.match(self.text, self.done)):
                    sign, size = "\ufffd", len(entity[0])
            if not sign or not content.startswith(sign, read):
                raise _UnlikeError
            self._say(sign, self.done)
            self.done += size
            read += len(sign)

    def _code(self, token: Token) -> None:
        start = self._literal(token.markup) + len(token.markup)
        end = self.text.find(token.markup, start)
        while end >= 0 and (self.text[end - 1] == "`" or self.text[end + len(token.markup) :][:1] == "`"):
            end = self.text.find(token.markup, end + 1)
        inner = self.text[start:end].replace("\n", " ")
        lead = inner.find(token.content)
        if end < 0 or lead not in (0, 1) or inner[:lead].strip() or inner[lead + len(token.content) :].strip():
            raise _UnlikeError
        self.runs.say(token.content, self.at[start + lead : start + lead + len(token.content)])
        self.done = end + len(token.markup)

    def _picture(self, token: Token) -> None:
        """Take a picture: what it shows is a run of its own, and so is its title."""
        start = self._literal("![") + 2
        if shown := bool(token.content.strip()):
            self.runs.part()
        self._walk(token.children or ())
        if self.done != start + len(token.content):
            raise _UnlikeError
        if shown:
            self.runs.part()
        self._leads(signs.LINK_END, start, is_link=False)

    def _address(self, shown: str) -> None:
        """Take an address between `<` and `>`, which is shown with the letters that its codes stand for."""
        end = self.text.find(">", self.done)
        if self.text.startswith(shown, self.done):
            opening = len("mailto:") if shown.startswith("mailto:") else 0
            self.runs.say(shown[opening:], self.at[self.done + opening : end])
        else:
            self._say(shown, self.done)
        self.done = max(end, self.done)

    def _open(self, token: Token) -> None:
        bracket = "<" if token.markup == AUTOLINK else ""
        self.opened.append(self._literal(bracket or _markup(token)))

    def _close(self, token: Token) -> None:
        start = self.opened.pop() if self.opened else 0
        if token.markup == AUTOLINK:
            self._literal(">")
        elif token.type in ENDED:
            self._leads(ENDED[token.type], start + 1)
        else:
            self._literal(_markup(token))

    def _leads(self, ending: Pattern[str], start: int, *, is_link: bool = True) -> None:
        """Take the end of a link, picture or span that began there: an address, a label, or nothing but its bracket."""
        match = ending.match(self.text, self.done)
        if match and ending is signs.LINK_END and match["title"]:
            low, high = match.span("title")
            self.runs.aside(*plain(self.text, low + 1, high - 1, self.at), LINK_TITLE if is_link else "")
        if not match:
            label = self.text[start : self.done]
            if match := signs.LABEL_END.match(self.text, self.done):
                label = match["label"] if match["label"].strip() else label
            self.used.addresses.add(normalizeReference(label))
        if match:
            self.done = match.end()
        else:
            self._literal("]")


def _markup(token: Token) -> str:
    return token.markup or SIGNS.get(token.type) or SIGNS.get(token.tag, "")


def decoded(text: str, at: int) -> tuple[str, int]:
    """Return the character that is meant at a place, and how many are written for it."""
    if text[at : at + 1] == "\\" and text[at + 1 : at + 2] in signs.ESCAPED and at + 1 < len(text):
        return text[at + 1], 2
    if text[at : at + 1] == "&" and (entity := signs.ENTITY.match(text, at)):
        return unescape(entity[0]), len(entity[0])
    return text[at : at + 1], 1


def plain(text: str, low: int, high: int, places: Sequence[int]) -> tuple[str, list[int]]:
    """Return plain text that is written from one character up to another, and the place of each of its characters."""
    said: list[str] = []
    at: list[int] = []
    while low < high:
        sign, size = decoded(text, low)
        said.append(sign)
        at += [places[low]] * len(sign)
        low += size
    return "".join(said), at
