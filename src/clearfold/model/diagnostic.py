"""What is wrong, where, and what to do about it: the words in which every part of Clearfold complains."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from clearfold.model.errors import ClearfoldError
from clearfold.model.messages import message, told


class Severity(StrEnum):
    """How much a diagnostic matters: an error stops an edition, a warning does not."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def told(self) -> str:
        """Return the word for it in the language that is spoken."""
        return told(message("error") if self is Severity.ERROR else message("warning"))


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file; line and column count from 1, and 0 means that the whole file is meant."""

    path: Path
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Write the place the way compilers do, so that editors can jump to it."""
        parts = [str(self.path), *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable code, its place, the fact, and a hint that the reader can act on."""

    code: str
    severity: Severity
    location: Location
    fact: str
    hint: str = ""

    def __str__(self) -> str:
        """Write the finding as people meet it on the terminal."""
        return self.line(f"{self.location}: ")

    def line(self, at: str, where: str = "") -> str:
        """Write it in the language that is spoken, behind its place in the copy and before one in the output."""
        head = f"{at}{self.severity.told} {self.code}: {told(self.fact)}{where}"
        return f"{head}\n  {told(message('hint'))}: {told(self.hint)}" if self.hint else head


class LeafletError(ClearfoldError):
    """A leaflet cannot be made as it stands; carries every finding, not only the first."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep the findings in the order of their places."""
        self.diagnostics = tuple(sorted(diagnostics, key=lambda d: (d.location, d.code)))
        super().__init__("\n".join(str(d) for d in self.diagnostics))

    def __reduce__(self) -> tuple[type["LeafletError"], tuple[tuple[Diagnostic, ...]]]:
        """Pass from one process to another with the findings, not with their words alone."""
        return LeafletError, (self.diagnostics,)
