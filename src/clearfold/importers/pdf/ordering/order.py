"""The order in which panels are read: the one whose joints and ends fit best, and how far the next is behind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from clearfold.importers.pdf.ordering.cues import against, shared
from clearfold.importers.pdf.ordering.foldings import Order, foldings
from clearfold.importers.pdf.ordering.joints import Ends, joint
from clearfold.importers.words.breaks import Breaks
from clearfold.model.messages import message

SURE = 2.0  # behind the best: less, and a person decides
_FITS = 1.0  # behind the order whose words fit best of all: more, and the way to fold is one that is not known
_BREAKS = -2.5  # a joint that no reader would take
_FOLDED = 5.0  # more for an order in which leaflets are folded, or pages turned
_MOST = 8  # panels that are tried in every order
_LARGEST, _CONTACT_LAST, _SMALL_START = 3.0, 1.5, -3.0


@dataclass(frozen=True, slots=True)
class Choice:
    """An order of panels, what it is called, its score; the next best, and whether the best is sure."""

    order: Order
    name: str
    score: float
    second: Order = ()
    second_name: str = ""
    margin: float = float("inf")
    fits: bool = True  # no other order has words that fit much better, and no joint breaks a sentence

    @property
    def sure(self) -> bool:
        """Tell whether no other order comes near."""
        return self.fits and self.margin >= SURE


def choose(pages: Sequence[int], ends: Mapping[int, Ends | None], breaks: Breaks) -> Choice:
    """Return the order of panels, given how many each page has and the ends of each, None for an empty one.

    Empty panels stand last in the order, and are nowhere in the scores.
    """
    full = {number: end for number, end in ends.items() if end is not None}
    empty = tuple(number for number in ends if number not in full)
    if len(full) < 2 or all(count == 1 for count in pages):
        return Choice((*full, *empty), message("as it stands"), 0.0)
    scores = _Scores(full, breaks)
    tried: dict[Order, tuple[float, str]] = {}
    for folding in foldings(pages):
        order = tuple(number for number in folding.order if number in full)
        if order not in tried:
            tried[order] = (scores.of(order) + _FOLDED, folding.name)
    free = scores.best_free() if len(full) <= _MOST else []
    for order, score in free:
        tried.setdefault(order, (score, message("none that is known")))
    ranked = sorted(tried, key=lambda order: -tried[order][0])
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else ()
    margin = tried[best][0] - tried[second][0] if second else float("inf")
    score, name = tried[best]
    fits = scores.of(best) >= max((score for _, score in free), default=score) - _FITS and scores.holds(best)
    return Choice((*best, *empty), name, score, second, tried[second][1] if second else "", margin, fits)


class _Scores:
    """The scores of orders: joints are looked at once."""

    def __init__(self, ends: Mapping[int, Ends], breaks: Breaks) -> None:
        self._ends = ends
        self._joints = {
            (one, other): joint(ends[one], ends[other], breaks) for one in ends for other in ends if one != other
        }
        self._cues = {number: end.cues for number, end in ends.items()}
        self._counted = any(cues.numbers for cues in self._cues.values())
        self._whole = {
            pair: score + more
            for (pair, score), more in zip(self._joints.items(), shared(self._cues).values(), strict=True)
        }
        self._largest = max(end.size for end in ends.values())

    def of(self, order: Order) -> float:
        """Return the score of an order."""
        told = self._start(order[0]) + self._last(order[-1]) + sum(self._whole[pair] for pair in pairwise(order))
        return told - against(order, self._cues) if self._counted else told

    def holds(self, order: Order) -> bool:
        """Tell whether no joint of an order breaks a sentence."""
        return all(self._joints[pair] > _BREAKS for pair in pairwise(order))

    def best_free(self) -> list[tuple[Order, float]]:
        """Return the two best of all orders, with their scores."""
        if self._counted:
            found = sorted(((self.of(order), order) for order in permutations(self._ends)), reverse=True)[:2]
            return [(order, score) for score, order in found]
        ends = [(score + self._last(order[-1]), order) for score, order in self._ways()]
        return [(order, score) for score, order in sorted(ends, reverse=True)[:2]]

    def _ways(self) -> list[tuple[float, Order]]:
        """Return the two best orders of all panels that end in each: what stood before it matters by its sum alone."""
        best: dict[tuple[frozenset[int], int], list[tuple[float, Order]]] = {
            (frozenset((number,)), number): [(self._start(number), (number,))] for number in self._ends
        }
        for _ in range(len(self._ends) - 1):
            longer: dict[tuple[frozenset[int], int], list[tuple[float, Order]]] = {}
            for (panels, last), ways in best.items():
                for number in self._ends.keys() - panels:
                    joint_score = self._whole[last, number]
                    more = [(score + joint_score, (*order, number)) for score, order in ways]
                    longer.setdefault((panels | {number}, number), []).extend(more)
            best = {key: sorted(ways, reverse=True)[:2] for key, ways in longer.items()}
        return [way for ways in best.values() for way in ways]

    def _start(self, number: int) -> float:
        end = self._ends[number]
        return (_LARGEST if end.size >= 0.98 * self._largest else 0.0) + (_SMALL_START if end.begins_small else 0.0)

    def _last(self, number: int) -> float:
        return _CONTACT_LAST if self._ends[number].contact else 0.0
