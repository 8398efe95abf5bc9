"""The manifest beside a leaflet's editions: what was made, from which copy, and what is claimed of it."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from clearfold.model.messages import message

NAME = "manifest.json"
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class MadeFile:
    """One finished file; ``source_sha256`` is the copy's digest when it was made, ``pages`` 0 where there are none.

    ``ticket`` is the name of the text that goes to the printer with it, "" where there is none.
    """

    edition: str
    path: str
    media_type: str
    bytes: int
    sha256: str
    pages: int
    conformance: tuple[str, ...]
    source_sha256: str
    ticket: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in manifest.json, as docs/manifest.md gives it; ``source`` is relative to the manifest's folder."""

    leaflet: str
    lang: str
    title: str
    version: str
    source: str
    source_sha256: str
    files: tuple[MadeFile, ...]

    def to_json(self) -> str:
        """Return the manifest as JSON."""
        return json.dumps({"schema": SCHEMA, **asdict(self)}, ensure_ascii=False, indent=2) + "\n"


def read_manifest(path: Path) -> Manifest:
    """Read a manifest; raise ValueError, with the reason, where it is not one that this version knows."""
    try:
        data = json.loads(path.read_text("utf-8"))
        if data.pop("schema") != SCHEMA:
            raise ValueError(message("it was made by another version of Clearfold"))
        files = tuple(MadeFile(**{**item, "conformance": tuple(item["conformance"])}) for item in data.pop("files"))
        texts = (text for file in files for text in (file.edition, file.path, file.media_type, file.ticket))
        for text in (data["source"], *texts):
            if not isinstance(text, str):
                raise TypeError(message("a text is expected where there is none"))
        for file in files:
            if not (_is_name(file.path) and _is_name(file.ticket or file.path)):
                raise TypeError(message("it names a file that is not beside it"))
        return Manifest(files=files, **data)
    except (KeyError, TypeError, AttributeError, RecursionError, UnicodeError, json.JSONDecodeError) as error:
        raise ValueError(message("it is not a manifest of Clearfold ({error})", error=error)) from error


def _is_name(path: str) -> bool:
    """Tell whether a path stays in its folder: nothing but what stands beside a manifest is read through it."""
    return bool(path) and path not in (".", "..") and not set(path) & set("/\\:\0")
