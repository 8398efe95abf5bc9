"""What the package index shows of README.md: the same words, without what only stands in the repository."""

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_CODE = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"^!\[[^]]*\]\((?!https:)[^)]*\)\n+", re.MULTILINE)
_LANGUAGES = re.compile(r"^\[.*\]\(README\.\w+\.md\)\n+", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[([^]]*)\]\((?!https:)[^)]*\)")


def for_the_index(readme: str) -> str:
    """Return a README of which nothing leads to a file beside it: no picture, and a link's words alone.

    The index has the text alone, and this project names no address of its repository for the rest.
    """
    parts = _CODE.split(readme)
    return "".join(
        part if n % 2 else _LINK.sub(r"\1", _PICTURE.sub("", _LANGUAGES.sub("", part))) for n, part in enumerate(parts)
    )


class Readme(MetadataHookInterface):
    """Puts it into the metadata of wheel and sdist."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the readme, which pyproject.toml calls dynamic."""
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": for_the_index(text)}
