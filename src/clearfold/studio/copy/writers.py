"""Who writes: one tab a copy. Another one reads, and can take over; one that closes lets the next one in."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Writers:
    """Which tab writes which copy; a tab is known by a name that it gives itself."""

    _of: dict[Path, str] = field(default_factory=dict)

    def ask(self, copy: Path, tab: str, *, take: bool = False) -> bool:
        """Let a tab write where nobody else does, or where it takes over; return whether it may."""
        if take or copy not in self._of:
            self._of[copy] = tab
        return self._of[copy] == tab

    def may(self, copy: Path, tab: str) -> bool:
        """Tell whether a tab is the one that writes."""
        return bool(tab) and self._of.get(copy) == tab

    def leave(self, copy: Path, tab: str) -> None:
        """Let the next one in where this tab wrote."""
        if self._of.get(copy) == tab:
            del self._of[copy]
