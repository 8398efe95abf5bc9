"""The other languages of a leaflet, by the copies that stand beside its own: its translations, or its source."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import read_source
from clearfold.press.labels import own_name
from clearfold.press.leaflet import Metadata, Sibling, Status

_KEY = re.compile(r"(?m)^(lang|status|translation_of|id)\s*:\s*[\"']?([A-Za-z0-9_-]+)")
_LAST = 0x052F  # of the letters, Latin, Greek and Cyrillic, that every typeface of ours has


def siblings(copy: Path, metadata: Metadata) -> tuple[Sibling, ...]:
    """Return the languages beside a copy, in the order of their tags; a final leaflet names no drafts."""
    source = (metadata.translation_of or copy.stem).removesuffix(".md")
    found = {}
    for path, keys in _beside(copy):
        of = keys.get("translation_of", "").removesuffix(".md")
        same = source in (path.stem, of) and (metadata.translation_of or of)
        ready = keys.get("status") == Status.FINAL or metadata.status is not Status.FINAL
        lang = keys.get("lang", "")
        if same and ready and lang and lang != metadata.lang and keys.get("status") != Status.WITHDRAWN:
            found[lang] = path.stem == source
    every = (*found, metadata.lang)
    return tuple(Sibling(lang, _name(lang, every), found[lang]) for lang in sorted(found))


def _beside(copy: Path) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """Yield the copies beside one, with the keys that say what they are; of one that is broken its own build tells."""
    for path in sorted(copy.parent.glob("*.md")):
        if path.name == copy.name:
            continue
        try:
            yield path, dict(_KEY.findall(read_source(path).front_matter))
        except LeafletError:
            continue


def _name(lang: str, beside: tuple[str, ...]) -> str:
    """Return what a language is called in itself, its tag where that is unknown or in letters of another script."""
    try:
        name = own_name(lang, beside)
    except ValueError:
        return lang
    return name if all(ord(letter) <= _LAST for letter in name) else lang
