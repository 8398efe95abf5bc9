"""The leaflets of each language by what they are about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clearfold.press.leaflet import slug
from clearfold.site.shelf import Shelved, languages


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject, the name of its place on the index, and the leaflets that are about it as (path, title)."""

    name: str
    anchor: str
    leaflets: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SubjectShelf:
    """The subjects of one language, from A to Z."""

    lang: str
    subjects: tuple[Subject, ...]

    def anchor(self, name: str) -> str:
        """Return the name of the place of a subject on the index."""
        return next(subject.anchor for subject in self.subjects if subject.name.casefold() == name.casefold())


def subject_shelves(leaflets: Sequence[Shelved], titles: Mapping[str, str]) -> tuple[SubjectShelf, ...]:
    """Return a shelf for each language in which some leaflet names a subject; capitals tell no two subjects apart.

    ``titles`` are what leaflets are called, by their paths.
    """
    found = (SubjectShelf(lang, tuple(_subjects(lang, leaflets, titles))) for lang in languages(leaflets))
    return tuple(shelf for shelf in found if shelf.subjects)


def _subjects(lang: str, leaflets: Sequence[Shelved], titles: Mapping[str, str]) -> list[Subject]:
    under: dict[str, list[tuple[str, str]]] = {}
    names: dict[str, str] = {}
    for leaflet in leaflets:
        for name in leaflet.subjects if leaflet.lang == lang else ():
            names.setdefault(name.casefold(), name)
            under.setdefault(name.casefold(), []).append((leaflet.path, titles[leaflet.path]))
    order = sorted(names, key=lambda key: (slug(key), key))
    return [
        Subject(names[key], f"subject-{lang}-{number}", tuple(under[key])) for number, key in enumerate(order, start=1)
    ]
