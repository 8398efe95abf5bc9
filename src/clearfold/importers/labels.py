"""The words that our templates add, told by those of a language."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_LOCALES = Path(__file__).parents[1] / "locale"
_KINDS = {"Note": "note", "Tip": "tip", "Important": "important", "Warning": "warning"}


@lru_cache(maxsize=4)
def labels_of(lang: str) -> Mapping[str, str]:
    """Return the English words for those that our templates add in a language."""
    path = _LOCALES / lang.split("-")[0].lower() / "LC_MESSAGES" / "clearfold.po"
    if not path.is_file():
        return {"": ""}
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        return {str(message.string): str(message.id) for message in read_po(file) if message.id}


def box_kind(title: str, lang: str) -> str:
    """Return the kind of a box by its title, where that is the one that our templates give it; else note."""
    return _KINDS.get(labels_of(lang).get(title, title), "note")
