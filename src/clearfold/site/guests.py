"""Files of others in the folder of a site, such as CNAME or robots.txt, which stay there when it is made again."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from clearfold.site.catalogues import CATALOGUE, CATALOGUE_2
from clearfold.site.covers import COVER, SMALL
from clearfold.site.feeds import FEED, MAP
from clearfold.site.shelf import OLDER
from clearfold.store.manifest import NAME, read_manifest
from clearfold.store.published_set import PROOF

INDEX = "index.html"
OWN = frozenset({INDEX, CATALOGUE, CATALOGUE_2, FEED, MAP})
BESIDE = frozenset({INDEX, NAME, PROOF, COVER, SMALL})
"""What the page of a leaflet has beside it, and each set in the site."""
MADE_BY = b'<meta name="generator" content="Clearfold">'
LEAFLET, FORMER = 2, 4  # folders deep


def guests(site: Path) -> Iterator[PurePosixPath]:
    """Yield the paths in a site's folder of what no site has put there; a link to elsewhere is a file."""
    if not site.is_dir():
        return
    known: dict[Path, frozenset[str]] = {}
    for name_of_folder, folders, files in os.walk(site):
        folder = Path(name_of_folder)
        links = [name for name in folders if (folder / name).is_symlink()]
        for name in sorted((*files, *links)):
            if folder not in known:
                known[folder] = _own(folder, folder.relative_to(site))
            if name not in known[folder] or (folder / name).is_symlink():
                yield PurePosixPath((folder / name).relative_to(site).as_posix())


def take_over(site: Path, new: Path, path: PurePosixPath) -> None:
    """Put a file of others at the same place in the new site, unless something of the site stands there."""
    target = new / path
    if any(part.is_file() for part in target.parents) or target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(site / path, target, follow_symlinks=False)


def _is_ours(page: Path) -> bool:
    """Say whether a page without a set beside it is one of ours: of a leaflet that is withdrawn."""
    return page.is_file() and MADE_BY in page.read_bytes()


def _own(folder: Path, inside: Path) -> frozenset[str]:
    """Return the names in a folder that are the site's: what every set has, and what its manifest lists."""
    if not inside.parts:
        return OWN
    former = len(inside.parts) == FORMER and inside.parts[2] == OLDER
    if len(inside.parts) != LEAFLET and not former:
        return frozenset()
    try:
        manifest = read_manifest(folder / NAME)
    except (OSError, ValueError):
        return frozenset({INDEX}) if _is_ours(folder / INDEX) else frozenset()
    return BESIDE | {file.path for file in manifest.files}
