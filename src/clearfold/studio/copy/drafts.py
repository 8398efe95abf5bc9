"""What was typed and not yet saved: on disk within a second, in the user's own folder, until it is saved or dropped."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from clearfold.model.digest import digest
from clearfold.studio.copy.whole import put

_SCREEN, _BESIDE = "screen.json", "beside.json"


@dataclass(frozen=True, slots=True)
class Draft:
    """A copy as it is being written; ``base`` is the digest of the saved one that it began with."""

    base: str
    text: str


@dataclass(frozen=True, slots=True)
class Memory:
    """The user's folder of drafts and of former copies; nobody else may read it."""

    folder: Path

    def former(self, copy: Path) -> Path:
        """Return the folder of a copy's former versions, a day a file."""
        return self.folder / "former" / _key(copy)

    def draft(self, copy: Path) -> Draft | None:
        """Return the draft of a copy, None where there is none."""
        try:
            return Draft(**json.loads(self._path(copy).read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def keep(self, copy: Path, draft: Draft) -> None:
        """Have a draft on disk on return; raises OSError."""
        path = self._path(copy)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        put(path, json.dumps(asdict(draft)).encode())

    def drop(self, copy: Path) -> None:
        """Forget the draft of a copy."""
        self._path(copy).unlink(missing_ok=True)

    def screen(self) -> float:
        """Return how many CSS px of the screen are a millimetre, 0 where nobody has measured."""
        kept = self._kept(_SCREEN)
        return float(kept) if isinstance(kept, int | float) else 0.0

    def keep_screen(self, px: float) -> None:
        """Keep how many CSS px of the screen are a millimetre; raises OSError."""
        self._keep(_SCREEN, px)

    def beside(self) -> bool:
        """Tell whether the printed page is wanted beside the text."""
        return self._kept(_BESIDE) is True

    def keep_beside(self, *, wanted: bool) -> None:
        """Keep whether the printed page is wanted beside the text; raises OSError."""
        self._keep(_BESIDE, wanted)

    def _kept(self, name: str) -> object:
        try:
            return json.loads((self.folder / name).read_text("utf-8"))
        except (OSError, ValueError):
            return None

    def _keep(self, name: str, value: float) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        put(self.folder / name, json.dumps(value).encode())

    def _path(self, copy: Path) -> Path:
        return self.folder / "drafts" / f"{_key(copy)}.json"


def _key(copy: Path) -> str:
    """Return a name for a copy that no other has, and that is one for every file system."""
    return digest(os.fsencode(copy.resolve()))


def memory() -> Memory:
    """Return the memory of this user."""
    from platformdirs import user_state_path

    return Memory(user_state_path("clearfold", "clearfold") / "studio")
