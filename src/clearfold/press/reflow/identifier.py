"""The name by which shelves and programs know a leaflet's books."""

import uuid

# It is made of the leaflet's id, so that a new version of a leaflet replaces the old one on a shelf.
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:clearfold:leaflet")


def identifier(leaflet_id: str, lang: str) -> str:
    """Return the identifier of a leaflet's book: the same for each of its versions."""
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, f'{leaflet_id}/{lang}')}"
