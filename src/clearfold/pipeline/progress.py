"""How far a batch is: what is done, what is in work and how long the rest will take, for people who wait."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from clearfold.model.messages import message, told

BAR = 20  # characters
_NAMES = 2  # in work, told by name; the others are counted


@dataclass(frozen=True, slots=True)
class Tally:
    """``done`` of ``total`` leaflets are there; ``left`` is the rest's time in seconds, None while nobody can know."""

    done: int
    total: int
    left: float | None
    running: tuple[str, ...]

    def __str__(self) -> str:
        """Return it as a line of a log."""
        words = message(
            "{done} of {total} done{time}{work}",
            done=self.done,
            total=self.total,
            time=_time(self.left),
            work=self._work(),
        )
        return told(words)

    def line(self, width: int) -> str:
        """Return it as a line of a terminal, no wider than so many characters, with a bar of what is done."""
        full = BAR * self.done // self.total
        return f"[{'#' * full}{'.' * (BAR - full)}] {self}"[:width]

    def _work(self) -> str:
        more = len(self.running) - _NAMES
        names = ", ".join(self.running[:_NAMES])
        if more > 0:
            return message("; in work: {names} and {more} more", names=names, more=more)
        return message("; in work: {names}", names=names) if names else ""


Progress = Callable[[str | Tally], None]
"""Is told of each step: of one leaflet in words, of many by how far they are."""


@dataclass(slots=True)
class Clock:
    """Reckons how long the rest of ``total`` takes, from what was made since it was set; ``before`` were there already.

    What is in work counts by half, or the first ones would seem to take no time of those that begin with them.
    """

    total: int
    before: int = 0
    begun: float = 0.0

    def __post_init__(self) -> None:
        self.begun = time.monotonic()

    def tally(self, made: int, running: tuple[str, ...]) -> Tally:
        """Return how far it is, once so many were made."""
        rest = self.total - self.before - made
        gone = time.monotonic() - self.begun
        left = gone / (made + len(running) / 2) * (rest - len(running) / 2) if made and rest else None
        return Tally(self.before + made, self.total, left, running)


def _time(seconds: float | None) -> str:
    if seconds is None:
        return ""
    whole = round(seconds)
    if whole >= 3600:
        return message(", {whole} h {whole2:02} min left", whole=whole // 3600, whole2=whole % 3600 // 60)
    return (
        message(", {whole} min {whole2:02} s left", whole=whole // 60, whole2=whole % 60)
        if whole >= 60
        else message(", {whole} s left", whole=whole)
    )
