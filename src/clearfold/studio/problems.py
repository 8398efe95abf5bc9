"""What is wrong with a copy, in words for who writes it, and which of it can be mended at a click."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from clearfold.copy_fixes import mended, same_letters
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import current, told
from clearfold.studio.clicks import CLICKS, COMMANDS
from clearfold.studio.words import words_of


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem; ``line`` is that of the copy, 0 where the whole copy is meant or another file.

    ``click`` is what to do in rich text, "" where ``hint`` says it as well.
    """

    code: str
    severity: str
    line: int
    fact: str
    hint: str
    click: str

    def told(self) -> dict[str, object]:
        """Return it as the pages take it."""
        return asdict(self)


def problems(copy: Path, found: Sequence[Diagnostic]) -> Iterator[Problem]:
    """Yield what was found in a copy, in the language that is spoken; paths of the machine are left out."""
    here = copy.resolve()
    for one in found:
        at = one.location
        line = at.line if at.path.resolve() == here else 0
        click = words_of(current())(CLICKS[one.code]) if one.code in CLICKS and at.path.resolve() == here else ""
        hint = click if click and one.code in COMMANDS else _named(one.hint, here)
        yield Problem(one.code, str(one.severity), line, _named(one.fact, here), hint, click)


def cured(text: str) -> str | None:
    """Return a copy with what is mechanical mended, None where nothing is, or a letter would be lost."""
    new = mended(text)
    return new if new != text and same_letters(text, new) else None


def _named(words: str, copy: Path) -> str:
    said = told(words).replace(f"{copy.parent}/", "")
    return said[:1].upper() + said[1:]
