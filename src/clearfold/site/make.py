"""Make the site: build what has changed, lay the finished sets out, prove what was laid out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from clearfold.model.errors import UsageError
from clearfold.model.messages import counted, message
from clearfold.pipeline.building.build import Built, build, cores
from clearfold.pipeline.progress import Progress
from clearfold.proof.report.results import EditionReport
from clearfold.proof.site.prove import prove_site
from clearfold.site.catalogues import CATALOGUE
from clearfold.site.feeds import FEED
from clearfold.site.older import has_older, older
from clearfold.site.pages import Site
from clearfold.site.shelf import Shelved, shelf
from clearfold.site.subjects import subject_shelves
from clearfold.site.titles import told_apart
from clearfold.site.write import write_site
from clearfold.store.cache import Cache

SITE = Path("site")
OPDS_PROFILE = b"profile=opds-catalog"
TOKEN = re.compile(rb"--brand-(primary|tint): (#[0-9a-fA-F]{6});")
ADDRESS = re.compile(r"https?://[^\s?#]+")


def make_site(
    sources: Sequence[Path],
    built_into: Path,
    folder: Path = SITE,
    *,
    address: str = "",
    name: str = "",
    keep_old: bool | None = None,
    progress: Progress | None = None,
    cache: Cache | None = None,
    jobs: int = 0,
) -> tuple[tuple[Built, ...], EditionReport | None]:
    """Build the leaflets, put their site in a folder, and prove it; return what was built, and the proof of the site.

    Where a leaflet is not good, no site is made, and the last one stays; the proof is None then. ``address`` is where
    the site will stand, "" where that is not known; ``name`` stands above it, "" for the publisher's. ``keep_old``
    keeps the versions that stood on the last site, marked as such; None does what the last site did.
    Raises UsageError where the folder holds something else, or the address is none, and OSError.
    """
    say: Progress = progress or (lambda _: None)
    if address and not ADDRESS.fullmatch(address):
        raise UsageError(
            message("“{address}” is no address of a site; write it as https://example.org/leaflets/", address=address)
        )
    folder = folder.resolve() if folder.is_symlink() else folder
    _is_free(folder)
    _stands_apart(folder, built_into)
    built = build(sources, built_into, progress=say, cache=cache, jobs=jobs or cores())
    if not all(one.good for one in built):
        return built, None
    leaflets = shelf(built_into)
    say(counted(len(leaflets), "{folder}: {count} leaflet", "{folder}: {count} leaflets", folder=folder))
    whole = f"{address.rstrip('/')}/" if address else ""
    keeps = has_older(folder) if keep_old is None else keep_old
    titles = told_apart(leaflets)
    site = Site(
        leaflets,
        older(leaflets, folder) if keeps else (),
        name or _publisher(leaflets),
        _colours(leaflets),
        whole,
        FEED if whole else "",
        subject_shelves(leaflets, titles),
        titles,
    )
    return built, write_site(site, folder, lambda new: replace(prove_site(new, whole), name=str(folder)))


def _is_free(folder: Path) -> None:
    """Raise UsageError where a folder holds what is no site of ours: a site would mix with it."""
    catalogue = folder / CATALOGUE
    ours = catalogue.is_file() and OPDS_PROFILE in catalogue.read_bytes()
    if folder.exists() and not ours and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(
            message(
                "{folder} holds something that is no site of leaflets; choose another folder with -o DIR", folder=folder
            )
        )


def _stands_apart(folder: Path, built_into: Path) -> None:
    """Raise UsageError where a site would stand among the sets that it is made of, or they in it."""
    site, sets = folder.resolve(), built_into.resolve()
    if site.is_relative_to(sets) or sets.is_relative_to(site):
        raise UsageError(
            message(
                "{folder} and {built_into} stand in each other; choose another folder with -o DIR or -b DIR",
                folder=folder,
                built_into=built_into,
            )
        )


def _publisher(leaflets: Sequence[Shelved]) -> str:
    """Return the publisher of most leaflets, or the first leaflet's title where none has one."""
    names = Counter(filter(None, (leaflet.fact("publisher") for leaflet in leaflets)))
    return names.most_common(1)[0][0] if names else leaflets[0].manifest.title


def _colours(leaflets: Sequence[Shelved]) -> dict[str, str]:
    """Return the association's colours, as the first page has them."""
    page = leaflets[0].files[leaflets[0].page.path]
    return {key.decode(): value.decode() for key, value in TOKEN.findall(page)}
