"""What hasty people do to a text that is being written: two tabs, a change elsewhere, a file that is moved away."""

import time
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.studio.conftest import TEA, written
from tests.studio.started import address_of, studio

DRAFTED = 1.5  # seconds within which a draft is kept, and news of the file are there


def hasty(browser: Browser, folder: Path) -> list[str]:
    """Return what was lost, or not told, in a project of its own below a folder."""
    faults: list[str] = []
    copy = written(folder / "hasty") / "content/tea/en.md"

    def expect(what: str, *, true: bool) -> None:
        if not true:
            faults.append(f"hasty: {what}")

    with studio(folder / "hasty", folder / "hasty-state") as started:
        address = f"{address_of(started)}write/tea/en"
        one, two = (browser.new_page() for _ in range(2))
        for page in (one, two):
            page.set_default_timeout(120_000)
            page.on("pageerror", lambda error: faults.append(f"hasty: script: {error}"))
        one.goto(address)
        one.wait_for_selector(".ProseMirror[aria-readonly=false]")
        two.goto(address)
        two.wait_for_selector("#locked:not([hidden])")
        _typed(one, " Mine.")
        copy.write_text(TEA.replace("four", "seven"), "utf-8")
        one.wait_for_selector("#told:has-text('changed elsewhere')")
        one.keyboard.press("Control+s")
        one.wait_for_selector("#conflict:not([hidden])")
        expect("my version", true="Mine." in one.input_value("#yours"))
        expect("the other version", true="seven" in one.input_value("#theirs"))
        one.click("#keep-yours")
        one.wait_for_selector("#conflict", state="hidden")
        two.click("#take")
        two.wait_for_selector("#locked", state="hidden")
        one.wait_for_selector("#locked:not([hidden])")
        expect("what another tab saved", true="Mine." in two.inner_text(".ProseMirror"))
        _typed(two, " Later.")
        copy.rename(copy.with_suffix(".away"))
        two.wait_for_selector("#told:has-text('not there any more')")
        _typed(two, " More.")
        copy.with_suffix(".away").rename(copy)
        time.sleep(DRAFTED)
        two.keyboard.press("Control+s")
        two.wait_for_selector("#told:has-text('Saved')")
        expect("what was typed while the file was away", true={"Mine.", "Later.", "More."} <= set(_words(copy)))
        one.close()
        two.close()
    return faults


def _typed(page: Page, words: str) -> None:
    page.locator(".ProseMirror > p").first.click()
    page.keyboard.press("End")
    page.keyboard.type(words)
    time.sleep(DRAFTED)


def _words(copy: Path) -> list[str]:
    return copy.read_text("utf-8").split()
