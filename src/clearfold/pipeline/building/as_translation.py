"""What is told of a copy as a translation of another, before anything is made; kept from one build to the next."""

from typing import TYPE_CHECKING

from clearfold.model.diagnostic import Diagnostic, LeafletError, Severity
from clearfold.pipeline.building.fingerprint import translation_key
from clearfold.store.cache import Cache

if TYPE_CHECKING:
    from clearfold.press.leaflet import Leaflet


def as_translation(leaflet: "Leaflet", cache: Cache | None) -> tuple[Diagnostic, ...]:
    """Return what is told of a copy as a translation of another; raises LeafletError where that is an error."""
    if not leaflet.metadata.translation_of:
        return ()
    path = leaflet.source.path
    key = translation_key(path, leaflet.metadata.translation_of)
    told = cache.get(key) if cache else None
    if not isinstance(told, tuple):
        from clearfold.translations.checking import findings

        told = findings(leaflet.source)
        if cache:
            cache.put(key, told)
    if any(found.severity is Severity.ERROR for found in told):
        raise LeafletError((*leaflet.warnings, *told))
    return told
