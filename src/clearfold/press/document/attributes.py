"""What HTML's attributes say of a node of the document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attributes:
    """Names and values, in the order in which they are written; a name stands once."""

    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The name by which links find the node, "" where it has none."""
        return self.get("id") or ""

    @property
    def classes(self) -> tuple[str, ...]:
        """The words by which style sheets find the node."""
        return tuple((self.get("class") or "").split())

    @property
    def lang(self) -> str:
        """The language of what is in the node, as BCP 47 has it, "" where it is that of what is around it."""
        return self.get("lang") or ""

    @property
    def dir(self) -> str:
        """The direction of its text, ``ltr`` or ``rtl``, "" where it is that of what is around it."""
        return self.get("dir") or ""

    @property
    def role(self) -> str:
        """What the node is to a screen reader, "" where its element says it."""
        return self.get("role") or ""

    def get(self, name: str) -> str | None:
        """Return the value of an attribute, None where there is none of that name."""
        return next((value for other, value in self.pairs if other == name), None)

    def number(self, name: str) -> int:
        """Return the value of an attribute that is a number, 1 where it is not given."""
        return int(self.get(name) or 1)

    def having(self, name: str, value: str) -> "Attributes":
        """Return these with one of another value, in its place, or at the end where it is new."""
        if self.get(name) is None:
            return Attributes((*self.pairs, (name, value)))
        return Attributes(tuple((other, value if other == name else old) for other, old in self.pairs))

    def without(self, name: str) -> "Attributes":
        """Return these with one left out."""
        return Attributes(tuple(pair for pair in self.pairs if pair[0] != name))


NONE = Attributes()
