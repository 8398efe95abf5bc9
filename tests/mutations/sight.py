"""What witnesses saw of a file, and in which of it two files differ."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PIL import Image, ImageChops

# Of these classes every change must be told.
HARMFUL = ("words", "targets")
VISIBLE = 64  # of 255: what differs less in every pixel, no eye sees


@dataclass(frozen=True, slots=True)
class Sight:
    """A file as its witnesses met it: by class, what each of them saw; and its pages as pixels.

    The classes: ``words`` and ``targets`` (of links and bookmarks), without white space; ``spaces``; ``structure``,
    what programs for blind readers ask for; ``metadata``; ``pixels``.
    """

    seen: Mapping[str, tuple[object, ...]]
    pages: tuple[tuple[Image.Image, ...], ...] = ()


def differences(good: Sight, other: Sight) -> tuple[str, ...]:
    """Return the classes in which a witness sees another file than the good one, in the order of their harm."""
    classes = [name for name, value in good.seen.items() if other.seen.get(name) != value]
    # A book whose package names other documents is shown as fewer, or more.
    if len(good.pages) != len(other.pages) or not all(map(_same, good.pages, other.pages)):
        classes.append("pixels")
    return tuple(classes)


def _same(one: tuple[Image.Image, ...], two: tuple[Image.Image, ...]) -> bool:
    return len(one) == len(two) and all(map(_same_page, one, two))


def _same_page(one: Image.Image, two: Image.Image) -> bool:
    if one is two:
        return True
    if one.size != two.size:
        return False
    return max(high for _, high in ImageChops.difference(one, two).getextrema()) < VISIBLE  # type: ignore[misc]


def witnessed(look: Callable[[], object]) -> object:
    """Return what a witness says; of a file that it cannot read, the fault that it tells."""
    try:
        return look()
    except Exception as error:
        return f"{type(error).__name__}"


def letters(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def words(text: str) -> str:
    """Return a text with its white space folded."""
    return " ".join(text.split())
