"""The moment that a file says it was made: never the clock's, so that equal copies give equal bytes."""

import os
from datetime import UTC, datetime, time

from clearfold.press.leaflet import Leaflet


def moment(leaflet: Leaflet) -> datetime:
    """Return SOURCE_DATE_EPOCH where it is set, else the day of publication, else 2000-01-01; in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    if leaflet.metadata.published:
        return datetime.combine(leaflet.metadata.published, time(), UTC)
    return datetime(2000, 1, 1, tzinfo=UTC)
