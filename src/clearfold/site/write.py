"""Write a site into a folder: whole, or not at all."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from clearfold.site.catalogues import CATALOGUE, CATALOGUE_2, opds_1, opds_2
from clearfold.site.covers import covers
from clearfold.site.feeds import FEED, MAP, feed, sitemap
from clearfold.site.pages import index_page, leaflet_page
from clearfold.site.shelf import Shelved
from clearfold.store import atomic_folder
from clearfold.store.manifest import NAME
from clearfold.store.published_set import PROOF


def write_site(leaflets: Sequence[Shelved], folder: Path, *, name: str, colours: dict[str, str], address: str) -> None:
    """Put the site of some leaflets in a folder; raises OSError.

    ``name`` is what stands above the shelf, ``colours`` are primary and tint as #rrggbb, ``address`` is where the site
    will stand, with a slash behind it, or "".
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with atomic_folder.locked(folder.parent):
        atomic_folder.settle(folder.parent)
        new = atomic_folder.beside(folder, "new")
        try:
            new.mkdir()
            for path, data in _files(leaflets, name, colours, address):
                (new / path).parent.mkdir(parents=True, exist_ok=True)
                (new / path).write_bytes(data)
            atomic_folder.replace(folder)
        except BaseException:
            atomic_folder.discard(new)
            raise


def _files(
    leaflets: Sequence[Shelved], name: str, colours: dict[str, str], address: str
) -> Iterator[tuple[str, bytes]]:
    news = FEED if address else ""
    yield "index.html", index_page(leaflets, name, colours, news)
    yield CATALOGUE, opds_1(leaflets, name, address)
    yield CATALOGUE_2, opds_2(leaflets, name, address)
    if address:
        yield FEED, feed(leaflets, name, address)
        yield MAP, sitemap(leaflets, address)
    for leaflet in leaflets:
        yield f"{leaflet.path}index.html", leaflet_page(leaflet, leaflets, colours, news)
        if not leaflet.withdrawn:
            yield from _set(leaflet)


def _set(leaflet: Shelved) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a set as they were published: what was proven is what can be had."""
    for file in leaflet.manifest.files:
        yield f"{leaflet.path}{file.path}", leaflet.files[file.path]
    yield f"{leaflet.path}{NAME}", (leaflet.folder / NAME).read_bytes()
    if (leaflet.folder / PROOF).is_file():
        yield f"{leaflet.path}{PROOF}", (leaflet.folder / PROOF).read_bytes()
    for name, data in covers(leaflet).items():
        yield f"{leaflet.path}{name}", data
