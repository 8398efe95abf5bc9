"""Folded PDFs by their name: a language, a way to fold, a seed."""

import random
from functools import cache

from tests.importers.folds.leaflets import Leaflet, leaflet
from tests.importers.folds.printing import WAYS, a_look, printed

FOLDED = {way.name: way for way in WAYS}
COUNTS = (8, 10, 6, 4)  # sections that are tried, until they fill the panels


@cache
def folded(lang: str, way: str, seed: int) -> tuple[Leaflet, bytes] | None:
    """Return a leaflet and the PDF of its sheets; None where no number of sections fills its panels."""
    look = a_look(random.Random(f"{lang}-{way}-{seed}"), FOLDED[way])
    for count in COUNTS:
        told = leaflet(lang, seed, count)
        data = printed(lang, "".join(told.html), FOLDED[way], look)
        if data is not None:
            return told, data
    return None
