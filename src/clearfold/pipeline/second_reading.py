"""The copy read again by the proof, and held against the page that the press makes of it, before anything is made."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from clearfold.model.diagnostic import LeafletError
from clearfold.model.messages import message
from clearfold.pipeline.progress import Progress

if TYPE_CHECKING:
    from clearfold.model.transcript import Transcript
    from clearfold.press.leaflet import Leaflet


@dataclass(slots=True)
class SecondReading:
    """The second reading of a copy, made at most once, and only where something has to be proven or shown."""

    leaflet: "Leaflet"
    say: Progress
    _expected: "Transcript | None" = field(default=None)

    def expected(self) -> "Transcript":
        """Return what the proof expects; raise LeafletError where two programs read the copy in two ways."""
        self._expected = self._expected or _read_again(self.leaflet, self.say)
        return self._expected


def _read_again(leaflet: "Leaflet", say: Progress) -> "Transcript":
    from clearfold.press.editions.large_print import LARGE_PRINT
    from clearfold.press.template.page import page
    from clearfold.proof.agreement import disagreements
    from clearfold.proof.expect.accounting import unread
    from clearfold.proof.prove import expect

    say(message("{path}: reading the copy a second time", path=leaflet.source.path))
    expected = expect(leaflet.source)
    logo, cover = leaflet.publisher.logo, leaflet.metadata.cover
    html = page(leaflet, LARGE_PRINT, logo=logo.name if logo else "", cover=cover.name if cover else "")
    furniture = LARGE_PRINT.furniture(leaflet, LARGE_PRINT)
    found = (*unread(leaflet.source, expected), *disagreements(expected, html, furniture))
    if found:
        raise LeafletError(found)
    return replace(expected, facts=(*expected.facts, ("languages", "\n".join(leaflet.languages))))
