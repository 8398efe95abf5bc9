"""Write a site into a folder: whole and proven, or not at all."""

from collections.abc import Callable, Iterator
from pathlib import Path

from clearfold.proof.report.results import EditionReport
from clearfold.site.catalogues import CATALOGUE, CATALOGUE_2, opds_1, opds_2
from clearfold.site.covers import covers
from clearfold.site.feeds import FEED, MAP, feed, sitemap
from clearfold.site.guests import guests, take_over
from clearfold.site.pages import Site, index_page, leaflet_page, older_page, waymarks
from clearfold.site.shelf import Shelved
from clearfold.store import atomic_folder
from clearfold.store.manifest import NAME
from clearfold.store.published_set import PROOF

Prove = Callable[[Path], EditionReport]


def write_site(site: Site, folder: Path, prove: Prove) -> EditionReport:
    """Put a site in a folder where it is proven, and return its proof; raises OSError.

    Where it is not, or is broken off, the last site stays as it was. Files of others in the folder stay in it.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with atomic_folder.locked(folder.parent):
        atomic_folder.settle(folder.parent, folder.name)
        new = atomic_folder.beside(folder, "new")
        try:
            new.mkdir()
            for path, data in _files(site):
                (new / path).parent.mkdir(parents=True, exist_ok=True)
                (new / path).write_bytes(data)
            proof = prove(new)
            if proof.proven:
                for guest in guests(folder):
                    take_over(folder, new, guest)
                atomic_folder.replace(folder)
            else:
                atomic_folder.discard(new)
        except BaseException:
            atomic_folder.discard(new)
            raise
    return proof


def _files(site: Site) -> Iterator[tuple[str, bytes]]:
    leaflets, name, address = site.leaflets, site.name, site.address
    yield CATALOGUE, opds_1(leaflets, name, address)
    yield CATALOGUE_2, opds_2(leaflets, name, address)
    yield "index.html", index_page(site)
    if address:
        yield FEED, feed(leaflets, name, address)
        yield MAP, sitemap(leaflets, address)
    for leaflet in leaflets:
        yield f"{leaflet.path}index.html", leaflet_page(leaflet, site)
        if not leaflet.withdrawn:
            yield from _set(leaflet)
            for file, data in covers(leaflet).items():
                yield f"{leaflet.path}{file}", data
    for leaflet in site.older:
        yield f"{leaflet.path}index.html", older_page(leaflet, site)
        yield from _set(leaflet)
        yield from waymarks(leaflet, site)


def _set(leaflet: Shelved) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a set as they were published: what was proven is what can be had."""
    for file in leaflet.manifest.files:
        yield f"{leaflet.path}{file.path}", leaflet.files[file.path]
    for name in (NAME, PROOF):
        if (leaflet.folder / name).is_file():
            yield f"{leaflet.path}{name}", (leaflet.folder / name).read_bytes()
