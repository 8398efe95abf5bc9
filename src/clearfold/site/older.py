"""Former versions of leaflets: the sets that stood on the last site, kept with their dates where that is asked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from clearfold.model.digest import digest
from clearfold.model.errors import UsageError
from clearfold.model.messages import message
from clearfold.press.leaflet import slug
from clearfold.site.shelf import OLDER, Shelved, shelved
from clearfold.store.manifest import NAME

UNDATED = "undated"


def has_older(site: Path) -> bool:
    """Say whether a site keeps former versions."""
    return any(site.glob(f"*/*/{OLDER}/*/{NAME}"))


def older(leaflets: Sequence[Shelved], site: Path) -> tuple[Shelved, ...]:
    """Return the former versions of some leaflets that stand on a site, the latest of each first.

    A set is a former version where its version or its date is not that of the newest. Of a leaflet that is withdrawn
    nothing is kept. Raises UsageError where a set on the site is no longer what was published.
    """
    found: list[Shelved] = []
    for newest in leaflets:
        if not newest.withdrawn:
            known = {_called(one): one for one in _former(newest, site) if not one.withdrawn}
            known.pop(_called(newest), None)
            found += sorted(known.values(), key=lambda one: (one.fact("datePublished"), one.name), reverse=True)
    return tuple(found)


def _former(newest: Shelved, site: Path) -> Iterator[Shelved]:
    last = site / newest.path
    kept = sorted(path.parent for path in (last / OLDER).glob(f"*/{NAME}"))
    for folder in (*kept, last):
        if (folder / NAME).is_file() and (one := shelved(folder)):
            _is_whole(one)
            yield replace(one, name=_folder_name(one))


def _is_whole(one: Shelved) -> None:
    for file in one.manifest.files:
        if digest(one.files.get(file.path, b"")) != file.sha256:
            told = message("{folder} is not the file that was published", folder=one.folder / file.path)
            raise UsageError(message("{told}; put it back, or let old versions go with --no-keep-old", told=told))


def _called(one: Shelved) -> tuple[str, str]:
    """Return what tells the versions of a leaflet apart."""
    return one.manifest.version, one.fact("datePublished")


def _folder_name(one: Shelved) -> str:
    version = re.sub(r"[^a-z0-9.]+", "-", one.manifest.version.lower()).strip("-.") or slug(one.manifest.version)
    return "-".join(filter(None, (one.fact("datePublished"), version))) or UNDATED
