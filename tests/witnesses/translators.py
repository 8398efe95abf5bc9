"""What comes back from translators' tools: ``python -m tests.witnesses.translators FOLDER``, that of node_modules.

Each translation of two leaflets goes out as XLIFF, is read and written by another program, and is taken back: once as
it was, which must give the same bytes, and once with words put before each target without marks, which must all come
back.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from clearfold.pipeline.translations import given_out, taken_back

ROOT = Path(__file__).parents[2]
LEAFLETS = (ROOT / "content/car-t-cell", ROOT / "tests/translations/leaflet")
WORDS = "Test "
Tool = Callable[[Path, str], tuple[int, int]]
"""Reads a document, puts words before its targets, and writes it; returns how many units it met, and changed."""


def node(modules: Path) -> Tool:
    """Return the library xliff for Node.js; what marks stand for (``originalData``) it does not write in 6.4."""
    script = Path(__file__).with_name("translate.mjs")

    def translate(path: Path, words: str) -> tuple[int, int]:
        run = subprocess.run(
            ["node", script, modules, path, words], check=True, capture_output=True, text=True, encoding="utf-8"
        )
        said = json.loads(run.stdout)
        return said["units"], said["changed"]

    return translate


def toolkit(path: Path, words: str) -> tuple[int, int]:
    """Translate with translate-toolkit."""
    from translate.storage.xliff2 import Xliff2File  # type: ignore[import-not-found]  # of this session alone

    document = Xliff2File.parsefile(str(path))
    plain = [unit for unit in document.units if unit.target and not len(unit.xmlelement.find("{*}target"))]
    for unit in plain:
        unit.target = words + unit.target
    document.savefile(str(path))
    return len(document.units), len(plain) if words else 0


def trials(tool: Tool) -> Iterator[str]:
    """Yield what was wrong, and print how much was tried; a unit whose marks a tool has lost is told, and left."""
    units = written = told = 0
    for leaflet, lang, words in product(LEAFLETS, ("fr", "de", "en"), ("", WORDS)):
        with TemporaryDirectory() as name:
            folder = copytree(leaflet, Path(name) / "leaflet")
            here = folder / f"{lang}.md"
            before = here.read_bytes()
            path, count = given_out(str(here), [], None)
            met, changed = tool(path, words)
            _, taken, found = taken_back(path)
            if met != count or taken != changed or (not words and before != here.read_bytes()):
                yield f"{leaflet.name}/{lang}: {met} of {count} units met, {taken} of {changed} written"
            yield from (str(one) for one in found if one.code != "TRL-040")
            units, written, told = units + met, written + taken, told + len(found)
    print(f"{units} units read and written, {written} changed and taken back, {told} without their marks, and told")


if __name__ == "__main__":
    wrong = []
    for name, tool in (("xliff", node(Path(sys.argv[1]))), ("translate-toolkit", toolkit)):
        print(f"{name}: ", end="")
        wrong += [f"{name}: {one}" for one in trials(tool)]
    sys.exit("\n".join(wrong) or 0)
