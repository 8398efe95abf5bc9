"""How the bench of mutations judges: what a witness saw, what the proof told, and whether that is good enough."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from tests.mutations.sight import HARMFUL

BAR = 0.97
SORTS = {"epub": "EPUB", "web": "page", "braille": "BRF", "braille-pef": "PEF", "ebraille": "eBraille"}
ROW = "{:<44} {:>7} {:>7} {:>7} {:>8}   {:>10} {:>8}"
HEAD = ROW.format("", "seen", "told", "missed", "", "told alone", "neither")


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a mutation: the classes of what witnesses saw, the codes that the proof told, its seconds."""

    name: str
    edition: str
    seed: str
    family: str
    kind: str
    note: str
    seen: tuple[str, ...]
    told: tuple[str, ...]
    seconds: float

    @property
    def missed(self) -> bool:
        """Say whether a witness saw what the proof did not tell."""
        return bool(self.seen) and not self.told

    @property
    def crashed(self) -> bool:
        """Say whether the proof itself failed."""
        return any(code.startswith("crash") for code in self.told)

    @property
    def harmful(self) -> bool:
        """Say whether words or targets are others."""
        return any(one in HARMFUL for one in self.seen)

    def as_dict(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return asdict(self)

    def __str__(self) -> str:
        what = "crash" if self.crashed else "missed"
        return f"{what} ({', '.join(self.seen)}) {self.name} {self.seed} {self.kind}: {self.note} {' '.join(self.told)}"


def tables(judged: Sequence[Judged], alarms: int) -> str:
    """Return the tables of a run: by what was done, by what was seen first, and of all."""
    lines = [HEAD]
    for of in (_family, _class, lambda _: "all"):
        lines += [*_table(judged, of), ""]
    codes = Counter(code for one in judged for code in one.told if not one.seen)
    lines.append(f"told alone: {', '.join(f'{code} {count}' for code, count in codes.most_common())}")
    lines.append(f"false alarms on good files and harmless rewritings: {alarms}")
    return "\n".join(lines)


def _family(one: Judged) -> str:
    return f"{SORTS.get(one.edition, 'PDF')} {one.family}"


def _class(one: Judged) -> str:
    return f"seen: {one.seen[0] if one.seen else 'nothing'}"


def _table(judged: Sequence[Judged], of: Callable[[Judged], str]) -> list[str]:
    lines = []
    for key in sorted({of(one) for one in judged}):
        rows = [one for one in judged if of(one) == key]
        seen = [one for one in rows if one.seen]
        told = sum(bool(one.told) for one in seen)
        share = f"{told / len(seen):.1%}" if seen else "–"
        alone = sum(bool(one.told) for one in rows if not one.seen)
        lines.append(ROW.format(key, len(seen), told, len(seen) - told, share, alone, len(rows) - len(seen) - alone))
    return lines


def below(judged: Sequence[Judged], alarms: int) -> tuple[str, ...]:
    """Return in what a run falls below the bar; nothing where it is good enough."""
    told: list[str] = []
    seen = [one for one in judged if one.seen]
    harmful = sum(one.missed for one in seen if one.harmful)
    if harmful:
        told.append(f"{harmful} mutations of words or targets are missed, where none may be")
    if sum(bool(one.told) for one in seen) < BAR * len(seen):
        told.append(f"fewer than {BAR:.0%} of the mutations that a witness sees are told")
    crashed = sum(one.crashed for one in judged)
    if crashed:
        told.append(f"{crashed} times the proof itself failed")
    if alarms:
        told.append(f"{alarms} false alarms on good files and harmless rewritings")
    return tuple(told)
