"""Orca, which says what a blind reader hears in Firefox, with a voice that makes no sound.

What it says is parted by its own key events, never by time: what stands in its log behind a key was said for it.
"""

import re
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tests.heard.desktop import Desktop, HeardError, started, waited

VOICE = 'LogLevel 0\nAudioOutputMethod "alsa"\nAddModule "dummy" "sd_dummy" ""\nDefaultModule dummy\n'
SILENCE = "pcm.!default { type null }\nctl.!default { type null }\n"  # a sound card that there is not
EVENT = re.compile(r"vvvvv PROCESS ATSPI_KEY_PRESSED_EVENT: '(?P<key>.*?)' \(|SPEECH OUTPUT: '(?P<said>.*)'(?: ?\{|$)")
# Its own log waits until a page of it is full.
CUSTOM = "from orca import debug\ndebug.debugFile = open({!r}, 'w', 1)\ndebug.debugLevel = debug.LEVEL_ALL\n"
MODIFIERS = ("Control_L", "Alt_L", "Shift_L", "Super_L")
ECHOES = ("left control", "left alt", "left shift", "left super")
BEGUN, ENDED = "vvvvv CONSUME ATSPI_KEY", "^^^^^ CONSUME ATSPI_KEY"
QUIET, MOST = 1.0, 40.0  # seconds without a word before the next key; seconds for a key at most


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said for a key, line by line; those of ``""`` were said before the first key."""

    key: str
    said: tuple[str, ...] = ()


def answers(log: str) -> tuple[Answer, ...]:
    """Return what Orca's log says was said for each key, without the names of the keys themselves."""
    found = [Answer("")]
    held: list[str] = []
    for match in EVENT.finditer(log):
        if key := match["key"]:
            if key in MODIFIERS:
                held.append(key)
                continue
            found.append(Answer("+".join((*held, key))))
            held.clear()
        elif not _is_echo(match["said"], found[-1].key):
            found[-1] = replace(found[-1], said=(*found[-1].said, match["said"].strip()))
    return tuple(found)


def _is_echo(said: str, key: str) -> bool:
    name = said.strip().lower()
    return not name or name in ECHOES or (said.endswith(" ") and name == key.rpartition("+")[2].lower())


@contextmanager
def orca(desktop: Desktop) -> Iterator[Path]:
    """Yield the log of an Orca that listens, and end it with its voice."""
    socket, log = desktop.folder / "run/voice", desktop.folder / "spoken.log"
    settings = desktop.folder / "voice"
    settings.mkdir()
    (settings / "speechd.conf").write_text(VOICE, "utf-8")
    (desktop.folder / "home/.asoundrc").write_text(SILENCE, "utf-8")
    where = ("-C", str(settings), "-S", str(socket), "-L", str(settings), "-P", str(settings / "pid"))
    server = ("speech-dispatcher", "-s", "-t", "0", "-c", "unix_socket", *where)
    environment = {**desktop.environment, "SPEECHD_ADDRESS": f"unix_socket:{socket}"}
    own = desktop.folder / "orca"
    own.mkdir()
    (own / "orca-customizations.py").write_text(CUSTOM.format(str(log)), "utf-8")
    reader = ("orca", "--replace", "-u", str(own))
    with started(server, environment):
        waited(socket.exists, "the voice")
        with started(reader, environment):
            waited(lambda: log.exists() and "Screen reader on" in log.read_text("utf-8"), "Orca")
            yield log


def ask(desktop: Desktop, log: Path, keys: Sequence[str]) -> tuple[Answer, ...]:
    """Press keys, each once the last one is answered, and return the answers; raise HeardError where one is lost."""
    _quiet(log)
    waited(partial(_listens, desktop, log), "Orca to listen")
    _quiet(log)
    before = len(answers(log.read_text("utf-8")))
    for number, key in enumerate(keys, start=1):
        subprocess.run(["xdotool", "key", key], env=dict(desktop.environment), check=True)
        waited(partial(_heard, log, before + number), f"Orca to hear {key}", MOST)
        _quiet(log)
    told = answers(log.read_text("utf-8"))[before:]
    if len(told) != len(keys):
        raise HeardError(f"{len(keys)} keys were pressed, Orca heard {len(told)}")
    return tuple(replace(answer, key=key) for answer, key in zip(told, keys, strict=True))


def _listens(desktop: Desktop, log: Path) -> bool:
    """Press a key that means nothing by itself, and tell whether Orca has heard one."""
    subprocess.run(["xdotool", "key", "Shift_L"], env=dict(desktop.environment), check=True)
    time.sleep(QUIET)
    return "PROCESS ATSPI_KEY_PRESSED_EVENT" in log.read_text("utf-8")


def _heard(log: Path, number: int) -> bool:
    return len(answers(log.read_text("utf-8"))) >= number


def _quiet(log: Path) -> None:
    """Wait until nothing has been written for a while, and no key is being answered."""
    end, size, since = time.monotonic() + MOST, -1, time.monotonic()
    while time.monotonic() < end and time.monotonic() - since < QUIET:
        told = log.read_text("utf-8")
        if len(told) != size or told.count(BEGUN) != told.count(ENDED):
            size, since = len(told), time.monotonic()
        time.sleep(0.1)
