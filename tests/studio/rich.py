"""The rich text of the studio in Chromium and Firefox: copies, random edits, what is pasted, the keyboard alone.

Run by the sessions ``studio`` and ``studio-quick``; Node comes with Playwright, Puppeteer drives Firefox.
"""

import json
import shutil
import statistics
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from base64 import b64encode
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import playwright

from clearfold.studio.copy.blocks import Piece, composed, cut
from clearfold.studio.copy.lines import plain
from tests.importers.office import PNG
from tests.studio.copy_texts import texts
from tests.studio.rich_word import word_file
from tests.studio.started import address_of, studio
from tests.studio.views import COPY, FORMS, TAGS, VIEWS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DRIVER = Path(playwright.__file__).parent / "driver"
PLACES = {"chrome": ("chromium", "chromium-browser", "google-chrome"), "firefox": ("firefox-esr", "firefox")}
TASKS = ("copies", "paste", "file", "keyboard", "keys", "axe")
LONG = 16  # times the example
TIMED = {"example": (COPY, 50), "long": ("long/nl", 150)}
"""Copies in which letters are typed, and the ms from a key to the frame that shows it which the machine may take.

Other programs only make it longer: it is judged by the quarter of the keys that were seen soonest.
"""
PASTED = {
    "word": (
        "Uit Word",
        "**Vet** en *schuin*, CO~2~.",
        "- Koorts\n  - Hoog\n- Hoest",
        "1. Bel",
        "| **Dag** | Wat |\n| --- | --- |\n| Ma | Rust |",
    ),
    "page": ("Van het web", "Lees [meer](https://example.org/a) en niet dit, **vet**.", "> Gezegd."),
}
PICTURED = {
    "asked": [True, True],
    "seen": "blob crop-16-9 crop-top",
    "shown": "Een kopje thee. crop-16-9 crop-top",
    "note": "Each paragraph carries one idea. The facts and their order are held by tests/content/test_leaflet.py.",
}
WRITTEN = (
    "![Een rode vlek op een arm.](images/",
    "Table: Wanneer bel je?\n\n| Dag | Wat |\n| --- | --- |\n| **Ma * di** | Rust \\| slaap |\n| **Wo** | Bel |\n",
    '!!! warning "Let op"\n    Koorts boven 38 °C? **Bel 112**. [Bon courage]{lang=fr}!\n',
)


def judged(browser: str, asked: Namespace) -> list[str]:
    """Return what is wrong in a browser."""
    faults: list[str] = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "content", folder / "project/content")
        word_file(folder / "vlekken.docx")
        if "keys" in asked.tasks:
            _lengthened(folder / "project/content")
        with studio(folder / "project", folder / "state") as started:
            plan = {
                "browser": browser,
                "executable": next(filter(None, map(shutil.which, PLACES[browser]))),
                "driver": str(DRIVER / "package" if browser == "chrome" else asked.puppeteer.resolve()),
                "axe": str(asked.axe),
                "address": address_of(started),
                "tasks": asked.tasks,
                "copy": COPY,
                "timed": {name: copy for name, (copy, _) in TIMED.items()},
                "views": VIEWS,
                "forms": FORMS,
                "tags": TAGS,
                "png": b64encode(PNG).decode(),
                "copies": {name: _blocks(text) for name, text in texts().items()},
                "edits": asked.edits,
                "seed": 19,
                "word": str(folder / "vlekken.docx"),
                "publish": asked.publish,
                "pictures": str(asked.pictures) if asked.pictures and browser == "chrome" else "",
            }
            place = folder / "plan.json"
            place.write_text(json.dumps(plan), "utf-8")
            words = (str(DRIVER / "node"), str(HERE / "rich.mjs"), str(place))
            ran = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=False)
        told: dict[str, dict[str, Any]] = {
            found.pop("task"): found for found in map(json.loads, ran.stdout.strip("\n").split("\n"))
        }
        faults += [f"{task}: not done" for task in asked.tasks if task not in told]
        for task, found in told.items():
            faults += [f"{task}: {fault}" for fault in found["faults"]]
        if "sent" in told.get("copies", {}):
            faults += _edited(told["copies"])
        if "texts" in told.get("paste", {}):
            faults += [f"paste asks {url}" for url in told["paste"]["asked"]]
            faults += [f"copied: {pair}" for pair in told["paste"]["different"]]
            got = told["paste"]["texts"]
            faults += [f"paste: {got[key]}" for key, wanted in PASTED.items() if _words(got[key]) != list(wanted)]
        faults += [f"axe: {one}" for one in told.get("axe", {}).get("found", ())]
        if "times" in told.get("keys", {}):
            faults += _timed(told["keys"]["times"])
        if "file" in told and PICTURED != {key: told["file"].get(key) for key in PICTURED}:
            faults.append(f"file: {told.get('file')}")
        if "written" in told.get("keyboard", {}):
            copy = folder / f"project/content/{told['keyboard']['written']}.md"
            text = copy.read_text("utf-8")
            faults += [f"keyboard: no {sign!r} in\n{text}" for sign in WRITTEN if sign not in text]
            made = folder / f"project/build/{told['keyboard']['written']}/manifest.json"
            if asked.publish and not made.is_file():
                faults.append(f"keyboard: not published: {told['keyboard']['told']}")
    return faults


def _lengthened(content: Path) -> None:
    """Write the example's text again and again below its front matter, as a leaflet of its own."""
    example = cut((content / f"{COPY}.md").read_text("utf-8"))
    body = "".join(block.text + (block.gap or "\n") for block in example.blocks)
    shutil.copytree(content / Path(COPY).parent, content / "long", ignore=shutil.ignore_patterns("*.md"))
    (content / "long/nl.md").write_text(example.head + "\n".join([body] * LONG), "utf-8")


def _timed(times: dict[str, list[float]]) -> list[str]:
    """Judge how long keys take until they are seen."""
    faults = []
    for name, took in times.items():
        (quarter, half, *_), most = statistics.quantiles(took, n=4), TIMED[name][1]
        print(f"{name}: from a key to its frame {quarter:.0f}, {half:.0f}, {max(took):.0f} ms: a quarter, half, all")
        if quarter > most:
            faults.append(f"keys: {name}: {quarter:.0f} ms from a key to its frame")
    return faults


def _words(blocks: list[str]) -> list[str]:
    """Return blocks without the level of headings: where they are pasted decides it."""
    return [block.lstrip("# ") for block in blocks]


def _blocks(text: str) -> list[dict[str, str]]:
    return [{"text": plain(block.text), "kind": str(block.kind)} for block in cut(text).blocks]


def _edited(found: "dict[str, Any]") -> list[str]:
    """Judge copies that were opened, and edits: outside of the block that was written in no byte may differ."""
    opened, broken, sent, counts = (found[key] for key in ("opened", "broken", "sent", "counts"))
    faults = [f"opened: {one}" for one in opened] + [f"edit: {one}" for one in broken]
    for one in sent:
        before = texts()[one["name"]]
        copy = cut(before)
        blocks = copy.blocks
        pieces = [Piece(n, one["text"] if n == one["at"] else None) for n in range(len(blocks))]
        after = composed(copy, pieces)
        head = copy.head + "".join(block.text + block.gap for block in blocks[: one["at"]])
        tail = "".join(block.text + block.gap for block in blocks[one["at"] + 1 :])
        if not (after.startswith(head) and after.endswith(tail)):
            faults.append(f"bytes: {one}")
    print(f"{len(texts())} copies, {counts}, {len(sent)} edits")
    return faults


def main() -> int:
    """Judge; print what is wrong, and return whether something is."""
    parser = ArgumentParser()
    parser.add_argument("axe", type=Path)
    parser.add_argument("--puppeteer", type=Path, help="the folder of puppeteer-core, for Firefox")
    parser.add_argument("--browsers", nargs="+", default=list(PLACES))
    parser.add_argument("--tasks", nargs="+", choices=TASKS, default=TASKS)
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--publish", action="store_true")
    parser.add_argument("--pictures", type=Path)
    asked = parser.parse_args()
    if asked.pictures:
        asked.pictures.mkdir(parents=True, exist_ok=True)
    faults = []
    for browser in asked.browsers:
        found = judged(browser, asked)
        print(f"{browser}: {len(found)} faults")
        faults += found
    print("\n".join(faults))
    return min(len(faults), 1)


if __name__ == "__main__":
    sys.exit(main())
