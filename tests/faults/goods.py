"""The good files of the fault bench, built by the press: the example, the long leaflet, leaflets made at random."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from clearfold.model.binding import Binding
from clearfold.model.braille import Sheet
from clearfold.model.design import Design
from clearfold.model.diagnostic import Diagnostic, Severity
from clearfold.model.paper import Paper
from clearfold.model.source import read_source
from clearfold.model.transcript import Furniture, Transcript
from clearfold.press.edition import Output
from clearfold.press.editions import EDITIONS
from clearfold.press.markdown import read_leaflet
from clearfold.proof.compare.cards import CARDS
from clearfold.proof.compare.labels import with_labels
from clearfold.proof.prove import expect, prove
from tests.faults.leaflets import leaflet

SMALL = Path("tests/mutations/copy/en.md")
EXAMPLE, LONG = Path("content/car-t-cell/nl-BE.md"), Path("tests/cases/long/garden/en.md")
STANDARD = ("large-print", "accessible", "epub")
FOLDED = ("large-print-booklet", "clear-print-booklet")
# The third edition of a leaflet made at random, one after the other; the standard three are made of every one.
IN_TURN = ("large-print-a5", "clear-print", "giant-print", *FOLDED, "print-shop")


@dataclass(frozen=True, slots=True)
class Good:
    """A good file, and what its proof needs; ``copy`` is the name of its leaflet, ``seed`` -1 for one that was written.

    All of it can be handed to another process.
    """

    copy: str
    seed: int
    edition: str
    name: str
    media_type: str
    data: bytes
    expected: Transcript
    furniture: tuple[Furniture, ...]
    paper: Paper | None
    binding: Binding | None = None
    design: Design | None = None
    sheet: Sheet | None = None

    @property
    def asked(self) -> Transcript:
        """Return what the file must hold: the copy, and in an edition of ours the labels of its templates."""
        return with_labels(self.expected, self.furniture) if self.edition else self.expected

    def told(self, data: bytes) -> tuple[Diagnostic, ...]:
        """Return the errors that the proof tells of a file, the first one first; its warnings are no findings."""
        report = prove(
            self.expected,
            data,
            self.media_type,
            name=self.name,
            edition=self.edition,
            furniture=self.furniture,
            paper=self.paper,
            ours=bool(self.edition),
            binding=self.binding,
            design=self.design,
            sheet=self.sheet,
        )
        return tuple(d for d in report.diagnostics if d.severity is Severity.ERROR)


def editions_of(seed: int) -> tuple[str, ...]:
    """Return the names of the editions that are made of the leaflet of a seed."""
    return (*STANDARD, IN_TURN[seed % len(IN_TURN)])


def made_at_random(seed: int, names: Sequence[str] = ()) -> tuple[Good, ...]:
    """Build a leaflet made at random in four editions, or in those that are named."""
    with TemporaryDirectory() as folder:
        return built(leaflet(Path(folder), seed), names or editions_of(seed), seed)


def built(path: Path, names: Sequence[str], seed: int = -1, languages: tuple[str, ...] = ()) -> tuple[Good, ...]:
    """Build editions of a copy, each with those that it needs; ``languages`` are those of its leaflet."""
    one = replace(read_leaflet(read_source(path)), languages=languages)
    expected = expect(one.source)
    expected = replace(expected, facts=(*expected.facts, ("languages", "\n".join(languages))))
    needed = {need for edition in EDITIONS if edition.name in names for need in edition.needed(one)}
    outputs: list[Output] = []
    goods: list[Good] = []
    for edition in EDITIONS:
        if edition.name not in names and edition.name not in needed:
            continue
        output = edition.write(one, edition, tuple(o for o in outputs if o.edition in edition.needed(one)))
        outputs.append(output)
        furniture = edition.furniture(one, edition)
        if edition.name in names:  # the others are made because these need them
            told = (edition.name, output.name, output.media_type, output.data, expected, furniture, edition.paper)
            binding = edition.binding(one, edition) if edition.binding else None
            printed = next((o.data for o in outputs if o.edition in edition.needed(one)), b"")
            if binding:
                binding = replace(binding, printed=printed)
            sheet = replace(edition.sheet(one), printed=printed) if edition.sheet else None
            design = edition.design(one, edition) if edition.design else None
            goods.append(Good(one.metadata.id, seed, *told, binding, design, sheet))
        in_cards = any(item.name == CARDS for item in furniture)
        if edition.name == "large-print" and edition.name in names and seed < 0 and not in_cards:
            # Once more as what another tool made, of which nothing is known: nor that it draws wide tables as cards,
            # with the heads of columns elsewhere than the copy has them.
            goods.append(replace(goods[-1], edition="", paper=None, name=f"{output.name} without a promise"))
    return tuple(goods)
