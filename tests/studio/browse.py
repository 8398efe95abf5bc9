"""The studio in Chromium: each view judged by axe, in each width and colour; hasty people; killed as one types.

Run by the sessions ``studio`` and ``studio-quick``, with the file of axe and where pictures of the views are to stand:
they are looked at, not compared.
"""

import shutil
import sys
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.studio.hasty import hasty
from tests.studio.started import Started, studio
from tests.studio.views import COPY, FORMS, TAGS, VIEWS

ROOT = Path(__file__).parents[2]
TARGET = 44  # CSS px: WCAG 2.2, 2.5.5
BESIDE = 1440  # CSS px: so wide a window has room for the printed page beside the text
LOST = 1.0  # seconds of typing that a crash may cost
_SMALL = """
() => [...document.querySelectorAll("button, select, summary, nav a, a.button, input:not([type=checkbox])")]
  .filter((one) => one.checkVisibility())
  .filter((one) => Math.min(one.getBoundingClientRect().height, one.getBoundingClientRect().width) < TARGET - 0.5)
  .map((one) => one.outerHTML.slice(0, 80))
""".replace("TARGET", str(TARGET))


@dataclass(frozen=True, slots=True)
class Look:
    """How a person has the views: the width of the window in CSS px, the colours of the system."""

    name: str
    width: int = 1280
    scheme: Literal["light", "dark"] = "light"
    forced: Literal["active", "none"] = "none"


# A window of 1280 px at 400 % has 320: WCAG 2.2, 1.4.10.
LOOKS = (
    Look("light"),
    Look("dark", scheme="dark"),
    Look("400", width=320),
    Look("forced", forced="active"),
    Look("wide", width=1600),
)


def opened(context: BrowserContext, started: Started, faults: list[str]) -> tuple[Page, str]:
    """Open the studio by its file; return the page and the studio's address."""
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.on("response", lambda answer: faults.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    page.on("request", lambda asked: faults.append(f"asks {asked.url}") if _elsewhere(asked.url) else None)
    page.goto(started.file.as_uri())
    page.wait_for_url("http://127.0.0.1*/**")
    return page, page.url


def _elsewhere(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "file://", "data:"))


def judged(browser: Browser, started: Started, axe: str, pictures: Path, looks: Sequence[Look]) -> list[str]:
    """Return what is wrong with the views: by axe, words beyond the window, small targets, faults of scripts."""
    faults: list[str] = []
    for look in looks:
        context = browser.new_context(viewport={"width": look.width, "height": 900}, bypass_csp=True)
        page, address = opened(context, started, faults)
        page.emulate_media(color_scheme=look.scheme, forced_colors=look.forced)
        for view in VIEWS:
            page.goto(f"{address}{view}")
            if view.startswith("write"):
                page.wait_for_selector(".ProseMirror[aria-readonly=false]")
                page.wait_for_selector("#count:not(:empty)")
                if look.width >= BESIDE:
                    page.locator("#beside").check()
                    page.wait_for_selector("#sketch-pages img")
            if view.startswith("see"):
                page.wait_for_selector("#made:not(:empty)")
            name = f"{view.partition('/')[0] or 'shelf'}-{look.name}"
            page.screenshot(path=pictures / f"{name}.png")
            page.evaluate(axe)
            faults += _judged(page, name, look.width)
            for form in FORMS if view.startswith("write") else ():
                page.evaluate("(id) => document.getElementById(id).showModal()", form)
                page.screenshot(path=pictures / f"{form}-{look.name}.png")
                faults += _judged(page, f"{form}-{look.name}", look.width)
                page.evaluate("(id) => document.getElementById(id).close()", form)
        context.close()
    return faults


def _judged(page: Page, name: str, width: int) -> list[str]:
    # A leaflet in a frame without scripts is judged by the sessions that are about its web page.
    ask = "(tags) => axe.run({exclude: ['iframe']}, {runOnly: tags, iframes: false})"
    faults = []
    for one in page.evaluate(ask, TAGS)["violations"]:
        nodes = "; ".join(node["html"][:90] for node in one["nodes"][:3])
        faults.append(f"{name}: axe {one['id']}: {nodes}")
    if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
        faults.append(f"{name}: {wide} px wide in {width}")
    return faults + [f"{name}: small: {html}" for html in page.evaluate(_SMALL)]


def killed(browser: Browser, project: Path, state: Path, times: int) -> list[str]:
    """Kill the studio while somebody types, and return what was lost that was typed more than a second before."""
    faults: list[str] = []
    for number in range(times):
        with studio(project, state) as started:
            context = browser.new_context()
            page, address = opened(context, started, [])
            page.goto(f"{address}write/{COPY}")
            page.wait_for_selector(".ProseMirror[aria-readonly=false]")
            page.locator(".ProseMirror > p").first.click()
            page.keyboard.press("End")
            typed = f"woord{number}"
            page.keyboard.type(f" {typed}")
            time.sleep(LOST)
            page.keyboard.type(" later")
            started.kill()
            context.close()
        drafts = [path.read_text("utf-8") for path in (state / "clearfold/studio/drafts").glob("*.json")]
        if not any(typed in draft for draft in drafts):
            faults.append(f"killed: {typed} was lost")
    return faults


def main() -> int:
    """Judge the views, kill; print what is wrong, and return whether something is."""
    parser = ArgumentParser()
    parser.add_argument("axe", type=Path)
    parser.add_argument("pictures", type=Path)
    parser.add_argument("--looks", nargs="+", choices=[look.name for look in LOOKS], default=[o.name for o in LOOKS])
    parser.add_argument("--kills", type=int, default=3)
    asked = parser.parse_args()
    looks = [look for look in LOOKS if look.name in asked.looks]
    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    asked.pictures.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        shutil.copytree(ROOT / "content", folder / "project/content")
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        with studio(folder / "project", folder / "state") as started:
            faults = judged(browser, started, asked.axe.read_text("utf-8"), asked.pictures, looks)
        faults += hasty(browser, folder)
        faults += killed(browser, folder / "project", folder / "state", asked.kills)
        browser.close()
    print("\n".join(faults))
    print(f"{len(looks) * len(VIEWS)} views judged, {asked.kills} kills: {len(faults)} faults; see {asked.pictures}")
    return min(len(faults), 1)


if __name__ == "__main__":
    sys.exit(main())
