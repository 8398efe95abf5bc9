"""Two leaflets, one of them in two languages and of two versions, and the site of them, made once."""

from pathlib import Path

import pytest

from clearfold.site.make import make_site
from clearfold.store.cache import Cache

TEA = """---
title: Tea
subtitle: And how to make it
lang: en
publisher: The tea house
published: 2026-11-23
version: "2.0"
audience: For everybody who likes tea
subjects: [Drinks, Warm things]
---

## Make it

Boil fresh water.
"""
THE = """---
title: Le thé
lang: fr
publisher: The tea house
version: "2.0"
published: 2026-11-23
subjects: [Boissons]
---

## Préparer le thé

Faites bouillir de l’eau fraîche.
"""
SOUP = """---
title: Soupe
lang: fr
publisher: The tea house
subject: Plats chauds
---

## Faire la soupe

Coupez les poireaux.
"""
PUBLISHER = "name: The tea house\neditions: [large-print, epub, web]\ncolours:\n  primary: '#5c1230'\n"


def project(folder: Path) -> Path:
    """Write two leaflets into a folder."""
    for name, lang, text in (("tea", "en", TEA), ("tea", "fr", THE), ("soup", "fr", SOUP)):
        (folder / "content" / name).mkdir(parents=True, exist_ok=True)
        (folder / "content" / name / f"{lang}.md").write_text(text, "utf-8")
    (folder / "content/publisher.yaml").write_text(PUBLISHER, "utf-8")
    return folder


def kept(folder: Path) -> Cache:
    """Return the cache of a project, so that its leaflets are made once."""
    return Cache(folder / "cache")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose site is made, with its address, after one in which there was an older version of it."""
    folder = project(tmp_path_factory.mktemp("site"))
    address = "https://example.org/leaflets/"
    copy = folder / "content/tea/en.md"
    copy.write_text(TEA.replace("2.0", "1.0").replace("2026-11-23", "2025-01-05"), "utf-8")
    make_site([copy.parent], folder / "build", folder / "site", jobs=1, cache=kept(folder))
    copy.write_text(TEA, "utf-8")
    built, proof = make_site(
        [folder / "content"],
        folder / "build",
        folder / "site",
        address=address,
        keep_old=True,
        jobs=1,
        cache=kept(folder),
    )
    assert all(one.good for one in built)
    assert proof is not None
    assert [] == [str(told) for told in proof.diagnostics]
    return folder
