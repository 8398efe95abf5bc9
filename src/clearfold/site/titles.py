"""What leaflets are called on the shelf: by their titles, told apart where two have the same."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from clearfold.site.shelf import Shelved
from clearfold.site.words import names_of


def told_apart(leaflets: Sequence[Shelved]) -> Mapping[str, str]:
    """Return the words of the link to each leaflet, by its path: no two are alike (WCAG 2.2, 2.4.9).

    A title that several have is followed by what differs: the language, the subtitle, for whom it is, or its name.
    """
    alike: dict[str, list[Shelved]] = {}
    for leaflet in leaflets:
        alike.setdefault(leaflet.manifest.title.casefold(), []).append(leaflet)
    return dict(pair for same in alike.values() for pair in _named(same))


def _named(same: Sequence[Shelved]) -> Iterator[tuple[str, str]]:
    if len(same) == 1:
        yield same[0].path, same[0].manifest.title
        return
    names = names_of(one.lang for one in same)
    ways: tuple[Callable[[Shelved], str], ...] = (
        lambda one: names[one.lang],
        lambda one: one.fact("alternativeHeadline"),
        lambda one: one.fact("audience", "audienceType"),
        lambda one: one.manifest.leaflet,
        lambda one: f"{one.manifest.leaflet}, {names[one.lang]}",
    )
    way = next((way for way in ways if _differ(list(map(way, same)))), ways[-1])
    yield from ((one.path, f"{one.manifest.title} ({way(one)})") for one in same)


def _differ(words: Sequence[str]) -> bool:
    return all(words) and max(Counter(word.casefold() for word in words).values()) == 1
