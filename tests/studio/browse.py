"""The studio in Chromium: each view judged by axe, in each width and colour; then a leaflet by keyboard alone.

Run by the session ``studio``, with the folder of axe-core and where pictures of the views are to stand: they are looked
at, not compared.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[2]
COPY = "car-t-cell/nl-BE"
VIEWS = ("", "new", f"write/{COPY}", f"about/{COPY}", f"see/{COPY}", f"heard/{COPY}", f"publish/{COPY}")
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TARGET = 44  # CSS px: WCAG 2.2, 2.5.5
LOST = 1.0  # seconds of typing that a crash may cost
STOPS = 400  # of Tab, after which something cannot be reached
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
LOOKS = (Look("light"), Look("dark", scheme="dark"), Look("400", width=320), Look("forced", forced="active"))


@dataclass(frozen=True, slots=True)
class Started:
    """A studio that runs, and the file that leads to it."""

    process: "subprocess.Popen[str]"
    file: Path

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@contextmanager
def studio(project: Path, state: Path) -> Iterator[Started]:
    """Start the studio as people do, and end it."""
    env = {**os.environ, "XDG_STATE_HOME": str(state), "PYTHONUNBUFFERED": "1"}
    words = (sys.executable, "-m", "clearfold", "studio", str(project), "--no-open")
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=env) as process:
        assert process.stdout is not None
        match = re.search(r"open (\S+\.html)", process.stdout.readline())
        assert match, "the first line names the file"
        try:
            yield Started(process, Path(match[1]))
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)


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


def judged(browser: Browser, started: Started, axe: str, pictures: Path) -> list[str]:
    """Return what is wrong with the views: by axe, words beyond the window, small targets, faults of scripts."""
    faults: list[str] = []
    for look in LOOKS:
        context = browser.new_context(viewport={"width": look.width, "height": 900}, bypass_csp=True)
        page, address = opened(context, started, faults)
        page.emulate_media(color_scheme=look.scheme, forced_colors=look.forced)
        for view in VIEWS:
            page.goto(f"{address}{view}")
            if view.startswith("write"):
                page.wait_for_selector(".block")
                page.wait_for_selector("#count:not(:empty)")
            name = f"{view.partition('/')[0] or 'shelf'}-{look.name}"
            page.screenshot(path=pictures / f"{name}.png")
            page.evaluate(axe)
            # A leaflet in a frame without scripts is judged by the sessions that are about its web page.
            ask = "(tags) => axe.run({exclude: ['iframe']}, {runOnly: tags, iframes: false})"
            found = page.evaluate(ask, TAGS)
            for one in found["violations"]:
                nodes = "; ".join(node["html"][:90] for node in one["nodes"][:3])
                faults.append(f"{name}: axe {one['id']}: {nodes}")
            if (wide := page.evaluate("document.documentElement.scrollWidth")) > look.width:
                faults.append(f"{name}: {wide} px wide in {look.width}")
            faults += [f"{name}: small: {html}" for html in page.evaluate(_SMALL)]
        context.close()
    return faults


def by_keyboard(browser: Browser, started: Started, project: Path) -> list[str]:
    """Begin a leaflet, write it, put in a table and a warning, save and publish it, without a mouse."""
    faults: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, _ = opened(context, started, faults)
    keys = page.keyboard

    def reach(selector: str, key: str = "Tab") -> None:
        for _ in range(STOPS):
            if page.evaluate("(s) => document.activeElement.matches(s)", selector):
                return
            keys.press(key)
        raise AssertionError(f"{key} does not reach {selector}")

    def back(selector: str) -> None:
        reach(selector, "Shift+Tab")

    reach("a[href$='/new']")
    keys.press("Enter")
    page.wait_for_url("**/new")
    reach("#title")
    keys.type("Hooikoorts")
    reach("#lang")
    keys.press("ControlOrMeta+a")
    keys.type("nl")
    reach("#from-pattern")
    keys.press("Enter")
    page.wait_for_url("**/write/**")
    page.wait_for_selector(".block")
    reach("#blocks .paragraph textarea")
    keys.press("ControlOrMeta+a")
    keys.type("Pollen zweeft door de lucht.")
    for kind in ("!!! warning", "| "):
        back("#what")
        while not page.input_value("#what").startswith(kind):
            keys.press("ArrowDown")
        back("#tools button")
        for _ in range(6):
            if page.evaluate("document.activeElement.id") != "insert":
                keys.press("ArrowRight")
        keys.press("Enter")
        page.wait_for_selector("#blocks textarea:focus")
    keys.press("ControlOrMeta+s")
    page.wait_for_selector("#told:not(:empty)")
    text = (project / "content/hooikoorts/nl.md").read_text("utf-8")
    faults += [f"keyboard: no {sign}" for sign in ("Pollen zweeft", "!!! warning", "| --- |") if sign not in text]
    back("nav a[href*='/publish/']")
    keys.press("Enter")
    page.wait_for_url("**/publish/**")
    reach("#go")
    keys.press("Enter")
    page.wait_for_selector("#outcomes li", timeout=300_000)
    if not (project / "build/hooikoorts/nl/manifest.json").is_file():
        faults.append(f"keyboard: not published: {page.inner_text('#outcomes')}")
    context.close()
    return faults


def killed(browser: Browser, project: Path, state: Path, times: int) -> list[str]:
    """Kill the studio while somebody types, and return what was lost that was typed more than a second before."""
    faults: list[str] = []
    for number in range(times):
        with studio(project, state) as started:
            context = browser.new_context()
            page, address = opened(context, started, [])
            page.goto(f"{address}write/{COPY}")
            page.wait_for_selector("#blocks textarea:not([readonly])")
            page.locator("#blocks .paragraph textarea").first.focus()
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


def main(modules: str, pictures: str, times: str = "3") -> int:
    """Judge the views, write by keyboard, kill; print what is wrong, and return how much."""
    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    axe = (Path(modules) / "axe-core/axe.min.js").read_text("utf-8")
    Path(pictures).mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        shutil.copytree(ROOT / "content", folder / "project/content")
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        with studio(folder / "project", folder / "state") as started:
            faults = judged(browser, started, axe, Path(pictures))
            faults += by_keyboard(browser, started, folder / "project")
        faults += killed(browser, folder / "project", folder / "state", int(times))
        browser.close()
    print("\n".join(faults))
    print(f"{len(LOOKS) * len(VIEWS)} views judged, {times} kills: {len(faults)} faults; pictures in {pictures}")
    return min(len(faults), 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
