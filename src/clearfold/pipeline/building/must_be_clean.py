"""What an association wants its final leaflets to be clean of, asked before anything is made."""

from datetime import date
from typing import TYPE_CHECKING

from clearfold.model.diagnostic import LeafletError

if TYPE_CHECKING:
    from clearfold.press.leaflet import Leaflet


def ask(leaflet: "Leaflet") -> None:
    """Raise LeafletError where a final leaflet has advice of which publisher.yaml wants it to be clean."""
    from clearfold.press.leaflet import Status

    if leaflet.metadata.status is not Status.FINAL or not leaflet.publisher.must_be_clean:
        return
    from clearfold.advice import advise
    from clearfold.advice.final import unclean

    if found := tuple(unclean(advise(leaflet.source, date.today()))):
        raise LeafletError(found)
