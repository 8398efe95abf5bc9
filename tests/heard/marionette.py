"""Firefox under remote control: the few commands of its Marionette protocol that this session needs."""

import json
import socket
from typing import TypeAlias

from tests.heard.desktop import HeardError

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


class Marionette:
    """A connection to a Firefox; a message is its length, a colon, and JSON."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=120)
        self._read = self._socket.makefile("rb")
        self._count = 0
        self._message()  # it says who it is
        self.ask("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": True}}})

    def ask(self, command: str, words: dict[str, Json]) -> Json:
        """Return Firefox's answer to a command; raise HeardError for one that says what went wrong."""
        self._count += 1
        data = json.dumps([0, self._count, command, words]).encode()
        self._socket.sendall(f"{len(data)}:".encode() + data)
        answer = self._message()
        assert isinstance(answer, list)
        _, _, error, result = answer
        if error:
            raise HeardError(f"{command}: {json.dumps(error)[:300]}")
        return result

    def open(self, address: str) -> None:
        """Go to an address."""
        self.ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str) -> Json:
        """Return what a script says, run in the page."""
        words: dict[str, Json] = {"script": script, "args": [], "sandbox": "default"}
        result = self.ask("WebDriver:ExecuteScript", words)
        return result["value"] if isinstance(result, dict) else None

    def close(self) -> None:
        """Leave Firefox as it is."""
        self._read.close()
        self._socket.close()

    def _message(self) -> Json:
        size = b""
        while (letter := self._read.read(1)) != b":":
            if not letter:
                raise HeardError("Firefox ended the conversation")
            size += letter
        message: Json = json.loads(self._read.read(int(size)))
        return message
