"""Chromium as a witness of web pages, spoken to through a pipe (Chrome DevTools Protocol)."""

import json
import os
import shutil
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp

from PIL import Image

NAMES = ("chromium", "chromium-browser", "google-chrome")
WIDTH, SCALE = 480, 0.4  # px of the window; px of a picture for one of these
HIGHEST = 40_000  # px of a page that is looked at
# What Chromium reads and writes must be 3 and 4. A copy that is 3 or 4 by itself is not inherited unless that is said:
# in a process of a pool, where files are open, Chromium ended before it began.
STARTED = "import os,sys;a,b=map(int,sys.argv[1:3]);a,b=os.dup(a),os.dup(b);os.dup2(a,3);os.dup2(b,4);"
STARTED += "os.set_inheritable(3,True);os.set_inheritable(4,True);os.execv(sys.argv[3],sys.argv[3:])"
LOOK = """(() => {
  const there = (one) => {
    const id = decodeURIComponent(one.hash.slice(1));
    const found = one.getAttribute("href").startsWith("#") ? document.getElementById(id) : null;
    return found ? `${found.localName} ${found.textContent.slice(0, 60)}` : "";
  };
  return JSON.stringify({
    text: document.body ? document.body.innerText : "",
    title: document.title,
    height: document.documentElement.scrollHeight,
    links: [...document.querySelectorAll("a[href]")].map(
      (one) => [one.textContent, one.getAttribute("href"), there(one)]),
  });
})()"""


@dataclass(frozen=True, slots=True)
class Shown:
    """What Chromium shows of a page: its text, title and links, what programs for blind readers get, its pixels."""

    text: str
    title: str
    links: tuple[object, ...]
    tree: tuple[object, ...]
    picture: Image.Image


@cache
def program() -> str:
    """Return Chromium's path, "" where it is not installed."""
    return next((found for name in NAMES if (found := shutil.which(name))), "")


class Browser:
    """One Chromium without a window, for many pages; it ends with the pipe, and so with the process that has it."""

    def __init__(self) -> None:
        theirs_read, ours_write = os.pipe()
        ours_read, theirs_write = os.pipe()
        self.folder = Path(mkdtemp(prefix="mutations-"))
        flags = (
            "--headless=new",
            "--disable-gpu",
            "--no-first-run",
            "--hide-scrollbars",
            "--disable-background-networking",
            "--force-renderer-accessibility",
            f"--user-data-dir={self.folder / 'profile'}",
            "--remote-debugging-pipe",
            *(("--no-sandbox",) if os.geteuid() == 0 else ()),  # it does not start as root otherwise
            "about:blank",
        )
        self.process = subprocess.Popen(
            (sys.executable, "-c", STARTED, str(theirs_read), str(theirs_write), program(), *flags),
            pass_fds=(theirs_read, theirs_write),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_read)
        os.close(theirs_write)
        self.into, self.out = os.fdopen(ours_write, "wb", 0), os.fdopen(ours_read, "rb")
        self.number = 0
        self.waiting = b""
        self.session = ""
        target = self.asked("Target.createTarget", url="about:blank")["targetId"]
        self.session = str(self.asked("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        self.asked("Page.enable")
        self.asked("Accessibility.enable")
        self.asked("Emulation.setDeviceMetricsOverride", width=WIDTH, height=800, deviceScaleFactor=SCALE, mobile=False)

    def asked(self, method: str, **words: object) -> dict[str, object]:
        """Ask one thing, and return the answer; raises RuntimeError for a refusal."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": words}
        if self.session:
            message["sessionId"] = self.session
        self.into.write(json.dumps(message).encode() + b"\0")
        while (told := self._heard()).get("id") != self.number:
            pass
        if "error" in told:
            raise RuntimeError(f"{method}: {told['error']}")
        answer: dict[str, object] = told["result"]  # type: ignore[assignment]
        return answer

    def loaded(self) -> None:
        """Wait until a page is loaded."""
        while self._heard().get("method") != "Page.loadEventFired":
            pass

    def _heard(self) -> dict[str, object]:
        while b"\0" not in self.waiting:
            some = os.read(self.out.fileno(), 1 << 16)
            if not some:
                raise RuntimeError("Chromium has ended")
            self.waiting += some
        message, _, self.waiting = self.waiting.partition(b"\0")
        told: dict[str, object] = json.loads(message)
        return told

    def shown(self, data: bytes) -> Shown:
        """Return what it shows of a page."""
        file = self.folder / "page.html"
        file.write_bytes(data)
        self.asked("Page.navigate", url=file.as_uri())
        self.loaded()
        told = self.asked("Runtime.evaluate", expression=LOOK)["result"]
        seen = json.loads(told["value"])  # type: ignore[index]
        nodes = self.asked("Accessibility.getFullAXTree")["nodes"]
        tree = tuple(_tree(nodes))
        clip = {"x": 0, "y": 0, "width": WIDTH, "height": min(max(seen["height"], 1), HIGHEST), "scale": 1}
        drawn = self.asked("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)["data"]
        picture = Image.open(BytesIO(b64decode(str(drawn)))).convert("RGB")
        links = tuple(map(tuple, seen["links"]))
        return Shown(seen["text"], seen["title"], links, tree, picture)


def _tree(nodes: object) -> Iterator[object]:
    """Yield what is told of each thing; text that stands together is one, however many elements it comes from."""
    text = ""
    for node in nodes if isinstance(nodes, list) else ():
        role = _value(node.get("role"))
        if node.get("ignored") or role == "InlineTextBox":
            continue
        if role == "StaticText":
            text += str(_value(node.get("name")))
            continue
        if text:
            yield "text", " ".join(text.split())
            text = ""
        yield _heard(node)
    yield "text", " ".join(text.split())


def _heard(node: dict[str, object]) -> object:
    """Return what a node of the tree says: its role, its name, and what else is told of it."""
    role, name = (_value(node.get(key)) for key in ("role", "name"))
    more = sorted((one["name"], str(_value(one["value"]))) for one in node.get("properties", ()))  # type: ignore[attr-defined]
    return role, name, tuple((key, value) for key, value in more if key not in ("url", "focusable", "focused"))


def _value(given: object) -> object:
    return given.get("value") if isinstance(given, dict) else None


@cache
def browser() -> Browser:
    """Return the one Chromium of this process."""
    return Browser()
