"""The moment that a file says it was made: never the clock's, so that equal copies give equal bytes."""

import os
import re
from datetime import UTC, datetime, time

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import LeafletError
from clearfold.press.leaflet import Leaflet


def moment(leaflet: Leaflet) -> datetime:
    """Return SOURCE_DATE_EPOCH where it is set, else the day of publication, else 2000-01-01; in UTC.

    Raises LeafletError (SRC-013) where it is set to what is no time (reproducible-builds.org/specs).
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        if not re.fullmatch(r"[0-9]{1,11}", epoch):
            raise LeafletError([mistake("SRC-013", leaflet.source.at(0, 0), "clock", value=epoch[:20])])
        return datetime.fromtimestamp(int(epoch), UTC)
    if leaflet.metadata.published:
        return datetime.combine(leaflet.metadata.published, time(), UTC)
    return datetime(2000, 1, 1, tzinfo=UTC)
