"""Read HTML in the copy as it is written: tags and comments are syntax, what stands between them is text."""

from collections.abc import Sequence
from html import unescape

from clearfold.proof.expect.accounting import signs
from clearfold.proof.expect.accounting.written import Runs


def read_html(runs: Runs, text: str, at: Sequence[int]) -> None:
    """Give the runs the text of some HTML, which is written at those places, and what its pictures show."""
    done = 0
    for tag in signs.HTML.finditer(text):
        _words(runs, text, done, tag.start(), at)
        done = tag.end()
        if tag["other"]:  # an instruction or declaration is no comment, and nobody reads it
            runs.written.forget(at[tag.start() : tag.end()])
        name = (tag["name"] or "").lower()
        if name == "br":
            runs.say(" ", at[tag.start() : tag.start() + 1])
        elif name in ("img", "svg"):
            _alternative(runs, text, tag.start("rest"), tag.end("rest"), at)
        elif name in signs.PARTING:
            runs.part()
    _words(runs, text, done, len(text), at)


def _alternative(runs: Runs, text: str, low: int, high: int, at: Sequence[int]) -> None:
    if shown := signs.ALTERNATIVE.search(text, low, high):
        group = shown.lastgroup or "a"
        if shown[group].strip():
            runs.part()
            _words(runs, text, shown.start(group), shown.end(group), at)
            runs.part()


def _words(runs: Runs, text: str, low: int, high: int, at: Sequence[int]) -> None:
    """Say what stands from one character up to another, entities as what they mean."""
    for entity in signs.HTML_ENTITY.finditer(text, low, high):
        runs.say(text[low : entity.start()], at[low : entity.start()])
        meant = unescape(entity[0])
        runs.say(meant, [at[entity.start()]] * len(meant))
        low = entity.end()
    runs.say(text[low:high], at[low:high])
