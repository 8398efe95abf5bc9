"""The editor that is shipped was made of the sources that stand beside it, and names every package in it."""

import json
import re
from hashlib import sha256

from clearfold.studio.pages import HERE, STATIC

SOURCES = HERE / "editor"


def test_bundle_is_of_these_sources() -> None:
    """Its first line tells of the sources, their lock and how they are bundled; ``nox -s editor`` makes it anew."""
    told = sha256()
    for path in sorted(SOURCES.iterdir()):
        told.update(f"{path.name}\n".encode() + path.read_bytes())
    first = (STATIC / "editor.js").read_text("utf-8").split("\n", 1)[0]
    assert f"/* Made by build.mjs of {told.hexdigest()} */" == first


def test_licences_are_of_the_locked_packages() -> None:
    """Each package whose licence stands beside the bundle is locked, in that version."""
    lock = json.loads((SOURCES / "package-lock.json").read_text("utf-8"))["packages"]
    locked = {(name.removeprefix("node_modules/"), one["version"]) for name, one in lock.items() if name}
    text = (STATIC / "editor.licences.txt").read_text("utf-8")
    told = set(re.findall(r"^([@a-z][\w@/.-]+) (\d[\w.-]+) \(", text, re.MULTILINE))
    assert {"prosemirror-view", "markdown-it"} <= {name for name, _ in told}
    assert set() == told - locked
