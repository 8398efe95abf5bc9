"""Firefox, new for each file: in later files of one browser, containers report another language."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import MappingProxyType

from tests.heard.desktop import Desktop, started, waited
from tests.heard.marionette import Marionette
from tests.heard.tree import Thing, read

DUMP = Path(__file__).with_name("dump_tree.py")
NAMES = ("firefox-esr", "firefox")
PREFERENCES: Mapping[str, bool | int | str] = MappingProxyType(
    {
        "marionette.port": 0,  # one that is free: it is told in a file of the profile
        "pdfjs.scrollModeOnLoad": 2,  # pages side by side, so that all are drawn at once
        "pdfjs.enableAltText": False,
        "app.update.enabled": False,
        "browser.aboutwelcome.enabled": False,
        "browser.shell.checkDefaultBrowser": False,
        "browser.startup.homepage_override.mstone": "ignore",
        "datareporting.policy.dataSubmissionEnabled": False,
    }
)
DRAWN = """
const viewer = (window.wrappedJSObject ?? window).PDFViewerApplication;
const pages = viewer?.pdfDocument?.numPages;
const count = (selector) => document.querySelectorAll(selector).length;
return pages > 0 && count(".page .textLayer .endOfContent") === pages && count(".page .structTree") === pages;
"""
LOADED = "return document.readyState === 'complete'"


@contextmanager
def firefox(desktop: Desktop, program: str, zoom: int) -> Iterator[Marionette]:
    """Yield a Firefox that fills the screen, with PDFs drawn at so many per cent, and end it."""
    profile = desktop.folder / "firefox"
    profile.mkdir()
    preferences = {**PREFERENCES, "pdfjs.defaultZoomValue": str(zoom)}
    lines = (f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in preferences.items())
    (profile / "user.js").write_text("".join(lines), "utf-8")
    size = ("--width", str(desktop.size[0]), "--height", str(desktop.size[1]))
    told = profile / "MarionetteActivePort"
    with started((program, "--marionette", "--profile", str(profile), *size, "about:blank"), desktop.environment):
        port = waited(lambda: told.read_text("utf-8") if told.exists() else None, "Firefox")
        with closing(Marionette(int(port))) as control:
            yield control


def show(control: Marionette, file: Path) -> None:
    """Open a file, and wait until all of it is drawn: of a PDF every page."""
    control.open(file.as_uri())
    script = DRAWN if file.suffix == ".pdf" else LOADED
    waited(lambda: control.run(script) is True or None, f"{file.name} in Firefox")


def firefox_tree(desktop: Desktop, control: Marionette, file: Path) -> Thing:
    """Return the tree of a file that Firefox shows, once two dumps of it agree."""
    show(control, file)
    dumps = [""]

    def rests() -> str | None:
        dumps.append(desktop.python(DUMP, "firefox"))
        return dumps[-1] if dumps[-1] == dumps[-2] and dumps[-1] != "null" else None

    return read(waited(rests, f"the tree of {file.name} to rest"))
