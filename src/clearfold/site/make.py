"""Make the site: build what has changed, lay the finished sets out, prove what was laid out."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from clearfold.model.errors import UsageError
from clearfold.pipeline.build import Built, build, cores
from clearfold.pipeline.progress import Progress
from clearfold.proof.report.results import EditionReport
from clearfold.proof.site.prove import prove_site
from clearfold.site.catalogues import CATALOGUE
from clearfold.site.shelf import Shelved, shelf
from clearfold.site.write import write_site
from clearfold.store.cache import Cache

SITE = Path("site")
TOKEN = re.compile(rb"--brand-(primary|tint): (#[0-9a-fA-F]{6});")
ADDRESS = re.compile(r"https?://[^\s?#]+")


def make_site(
    sources: Sequence[Path],
    built_into: Path,
    folder: Path = SITE,
    *,
    address: str = "",
    name: str = "",
    progress: Progress | None = None,
    cache: Cache | None = None,
    jobs: int = 0,
) -> tuple[tuple[Built, ...], EditionReport | None]:
    """Build the leaflets, put their site in a folder, and prove it; return what was built, and the proof of the site.

    Where a leaflet is not good, no site is made, and the last one stays; the proof is None then. ``address`` is where
    the site will stand, "" where that is not known; ``name`` stands above it, "" for the publisher's.
    Raises UsageError where the folder holds something else, or the address is none, and OSError.
    """
    say: Progress = progress or (lambda _: None)
    if address and not ADDRESS.fullmatch(address):
        raise UsageError(f"“{address}” is no address of a site; write it as https://example.org/leaflets/")
    _is_free(folder)
    built = build(sources, built_into, progress=say, cache=cache, jobs=jobs or cores())
    if not all(one.good for one in built):
        return built, None
    leaflets = shelf(built_into)
    say(f"{folder}: {len(leaflets)} leaflets")
    whole = f"{address.rstrip('/')}/" if address else ""
    write_site(leaflets, folder, name=name or _publisher(leaflets), colours=_colours(leaflets), address=whole)
    return built, prove_site(folder, whole)


def _is_free(folder: Path) -> None:
    """Raise UsageError where a folder holds what is no site: it would be taken away."""
    if folder.exists() and not (folder / CATALOGUE).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} holds something that is no site of leaflets; choose another folder with -o DIR")


def _publisher(leaflets: Sequence[Shelved]) -> str:
    """Return the publisher of most leaflets, or the first leaflet's title where none has one."""
    names = Counter(filter(None, (leaflet.fact("publisher") for leaflet in leaflets)))
    return names.most_common(1)[0][0] if names else leaflets[0].manifest.title


def _colours(leaflets: Sequence[Shelved]) -> dict[str, str]:
    """Return the association's colours, as the first page has them."""
    page = leaflets[0].files[leaflets[0].page.path]
    return {key.decode(): value.decode() for key, value in TOKEN.findall(page)}
