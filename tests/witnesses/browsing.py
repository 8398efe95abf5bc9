"""Make what real browsers are shown: leaflets and a site of them, and what a listener must hear of each page.

    python -m tests.witnesses.browsing FOLDER [SEEDS]

writes FOLDER/plan.json: the pages, of which sort each is, and of leaflets the copy's blocks in their order.
"""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from clearfold.model.media_types import HTML
from clearfold.model.source import read_source
from clearfold.model.transcript import Kind
from clearfold.proof.expect.transcript import expect
from clearfold.site.make import make_site
from clearfold.store.manifest import NAME, read_manifest
from tests.faults.leaflets import leaflet

SEEDS = 30
WRITTEN = ("content", "tests/cases/long", "docs/specimen")
PRINTED = tuple(f"tests/cases/printed/whole-{language}" for language in ("french", "german", "english"))
WEB_ALONE = "name: The garden club\neditions: [web]\n"
ALL_STATES, FEWER = "all", "fewer"
"""In which states a page is looked at: random ones, which are many, in those that differ most."""


def copies(made: Path, seeds: int) -> tuple[Path, ...]:
    """Return the copies: those that were written, and random ones, two languages of one leaflet among them."""
    written = made / "written"
    for source in (*WRITTEN, *PRINTED):
        # The specimen's forms are a second leaflet of its folder, and of a site no two have one name.
        folder = Path(shutil.copytree(source, written / Path(source).name, ignore=shutil.ignore_patterns("forms-*")))
        shared = folder / "publisher.yaml"
        said = shared.read_text("utf-8") if shared.is_file() else ""
        said = "\n".join(line for line in said.split("\n") if not line.startswith("editions:"))
        shared.write_text(f"{said}\neditions: [web]\n", "utf-8")
    (made / "random").mkdir(exist_ok=True)
    for seed in range(seeds):
        leaflet(made / "random", seed)
    (made / "random/publisher.yaml").write_text(WEB_ALONE, "utf-8")
    return (written, made / "random")


def plan(site: Path, random: Path) -> Iterator[dict[str, object]]:
    """Yield the pages of a site: their files, their states, and what must be heard of the leaflets."""
    for path in sorted(site.rglob("index.html")):
        yield {"file": str(path), "sort": "site", "states": ALL_STATES, "heard": []}
    for path in sorted(site.rglob(NAME)):
        manifest = read_manifest(path)
        page = next((path.parent / file.path for file in manifest.files if file.media_type == HTML), None)
        copy = next(iter(random.parent.rglob(f"{manifest.leaflet}/{manifest.lang}.md")), None)
        if page is None or copy is None or "older" in path.parts:
            continue
        states = FEWER if copy.is_relative_to(random) else ALL_STATES
        yield {"file": str(page), "sort": "leaflet", "states": states, "heard": list(_heard(copy))}


def _heard(copy: Path) -> Iterator[dict[str, object]]:
    for block in expect(read_source(copy)).blocks:
        if block.kind is not Kind.DRAWING:
            yield {"kind": block.kind.value, "level": block.level, "words": block.text, "header": block.header}


NOTICE = """---
title: A notice on the garden
lang: {lang}
version: "{version}"
published: {published}
status: {status}
publisher: The garden club
subjects: [Gardens, Water]
---

## What is new

Water the beds in the evening.
"""


def main(folder: Path, seeds: int) -> None:
    """Make the site, with an older version and a leaflet that is withdrawn, and write down what is to be looked at."""
    folder.mkdir(parents=True, exist_ok=True)
    small = folder / "written/notices"
    first = {"lang": "en", "version": "1.0", "published": "2025-01-05", "status": "final"}
    second = {**first, "version": "2.0", "published": "2026-11-23"}
    for name, facts in (("notice/en", first), ("notice/fr", {**second, "lang": "fr"})):
        _write(small / f"{name}.md", facts)
    (small / "publisher.yaml").write_text("name: The garden club\neditions: [large-print, epub, web]\n", "utf-8")
    make_site([small], folder / "build", folder / "site")
    _write(small / "notice/en.md", second)
    _write(small / "gone/en.md", {**second, "status": "withdrawn"})
    sources = copies(folder, seeds)
    built, proof = make_site(sources, folder / "build", folder / "site", keep_old=True)
    told = [f"{report.name}: {found}" for one in built for report in one.reports for found in report.diagnostics]
    if proof is None or not proof.proven:
        sys.exit("\n".join([*told, *map(str, proof.diagnostics if proof else ())]))
    pages = list(plan(folder / "site", folder / "random"))
    (folder / "plan.json").write_text(json.dumps(pages, ensure_ascii=False, indent=1), "utf-8")


def _write(path: Path, told: dict[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(NOTICE.format(**told), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else SEEDS)
