"""How to get on this system what does not come with Clearfold: one line each, for the package manager that is there."""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import PurePath
from shlex import quote
from types import MappingProxyType

PANGO, BRAILLE, TESSERACT, WORDS, BROWSER = "pango", "liblouis", "tesseract", "dictionaries", "browser"

_INSTALL = {
    "apt-get": "apt-get install",
    "dnf": "dnf install",
    "apk": "apk add",
    "pacman": "pacman -S",
    "zypper": "zypper install",
    "brew": "brew install",
}
"""How each package manager installs, in the order in which they are looked for."""

_NAMES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        PANGO: {
            "apt-get": "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
            "dnf": "pango",
            "apk": "pango harfbuzz-subset fontconfig",
            "pacman": "pango harfbuzz",
            "zypper": "libpango-1_0-0 libharfbuzz-subset0",
            "brew": "pango",
        },
        BRAILLE: {"apt-get": "liblouis20", "dnf": "liblouis", "apk": "liblouis", "pacman": "liblouis"}
        | {"brew": "liblouis"},
        TESSERACT: {
            "apt-get": "tesseract-ocr tesseract-ocr-nld tesseract-ocr-fra tesseract-ocr-deu",
            "dnf": "tesseract tesseract-langpack-nld tesseract-langpack-fra tesseract-langpack-deu",
            "pacman": "tesseract tesseract-data-nld tesseract-data-fra tesseract-data-deu tesseract-data-eng",
            "brew": "tesseract tesseract-lang",
        },
        WORDS: {
            "apt-get": "hunspell-nl hunspell-fr hunspell-de-de hunspell-en-gb",
            "dnf": "hunspell-nl hunspell-fr hunspell-de hunspell-en-GB",
            "pacman": "hunspell-nl hunspell-fr hunspell-de hunspell-en_gb",
        },
        BROWSER: {"apt-get": "chromium", "dnf": "chromium", "apk": "chromium", "pacman": "chromium"},
    }
)


def manager() -> str:
    """Return the program that installs packages on this system, "" where none of those that are known is there."""
    return next((name for name in _INSTALL if shutil.which(name)), "")


def system_line(what: str) -> str:
    """Return the command that installs one of the parts by the system's package manager, "" where none is known."""
    program = manager()
    packages = _NAMES[what].get(program, "")
    if not packages:
        return "pip install gstreamer-libs" if what == PANGO and sys.platform in ("win32", "darwin") else ""
    # Homebrew refuses to be root; the others ask for it.
    root = program == "brew" or not hasattr(os, "geteuid") or os.geteuid() == 0
    return f"{'' if root else 'sudo '}{_INSTALL[program]} {packages}"


def extra_line(extra: str) -> str:
    """Return the command that brings what an extra of Clearfold names into the environment that runs now.

    The packages are named themselves: so it is right for a checkout and for an installed wheel alike.
    """
    from importlib.metadata import PackageNotFoundError, requires

    try:
        asked = requires("clearfold") or []
    except PackageNotFoundError:
        asked = []
    found = [line.partition(";") for line in asked]
    names = [name.strip() for name, _, marker in found if f"'{extra}'" in marker.replace('"', "'")]
    words = " ".join(map(quote, names or [f"clearfold[{extra}]"]))
    parts = PurePath(sys.prefix).parts
    if "pipx" in parts:
        return f"pipx inject clearfold {words}"
    if "uv" in parts and "tools" in parts:
        # "uv tool install" makes the tool anew with what stands behind --with.
        return "uv tool install clearfold " + " ".join(f"--with {quote(name)}" for name in names or [words])
    return f"{quote(sys.executable)} -m pip install {words}"
