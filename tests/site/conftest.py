"""Two leaflets, and the site of them, made once."""

from pathlib import Path

import pytest

from clearfold.site.make import make_site

TEA = """---
title: Tea
subtitle: And how to make it
lang: en
publisher: The tea house
published: 2026-11-23
audience: For everybody who likes tea
---

## Make it

Boil fresh water.
"""
SOUP = """---
title: Soupe
lang: fr
publisher: The tea house
---

## Faire la soupe

Coupez les poireaux.
"""
PUBLISHER = "name: The tea house\neditions: [large-print, epub, web]\ncolours:\n  primary: '#5c1230'\n"


def project(folder: Path) -> Path:
    """Write two leaflets into a folder."""
    for name, lang, text in (("tea", "en", TEA), ("soup", "fr", SOUP)):
        (folder / "content" / name).mkdir(parents=True)
        (folder / "content" / name / f"{lang}.md").write_text(text, "utf-8")
    (folder / "content/publisher.yaml").write_text(PUBLISHER, "utf-8")
    return folder


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose site is made, with its address."""
    folder = project(tmp_path_factory.mktemp("site"))
    address = "https://example.org/leaflets/"
    built, proof = make_site([folder / "content"], folder / "build", folder / "site", address=address, jobs=1)
    assert all(one.good for one in built)
    assert proof is not None
    assert [] == [str(told) for told in proof.diagnostics]
    return folder
