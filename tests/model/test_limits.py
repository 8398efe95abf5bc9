"""Limits: documented as they are, and each with something that it keeps out."""

import re
from pathlib import Path

import pytest

from clearfold.model import limits
from clearfold.model.diagnostic import LeafletError, Location
from clearfold.model.source import parse_source, read_source, read_text
from clearfold.model.unsafe_text import MOST, odd_characters, read_bytes
from clearfold.press.images.image_files import picture_faults
from clearfold.press.markdown import read_leaflet
from clearfold.proof.expect.transcript import expect

ROOT = Path(__file__).parents[2]
HEAD = "---\ntitle: Tea\nlang: en\n---\n\n"


def test_documented_limits_are_the_real_ones() -> None:
    """The first column of docs/limits.md holds every number of limits.py, and no other."""
    text = (ROOT / "docs/limits.md").read_text("utf-8").split("## Where")[0]
    written = [int(n.replace(",", "")) for n in re.findall(r"^\| ([\d,]+)", text, re.MULTILINE)]
    values = {name: value for name, value in vars(limits).items() if name.isupper() and name not in ("KB", "MB")}
    for name, unit in (
        ("COPY_BYTES", limits.KB),
        ("PICTURE_BYTES", limits.MB),
        ("FINISHED_BYTES", limits.MB),
        ("CACHE_BYTES", limits.MB),
        ("IMPORT_BYTES", limits.MB),
        ("IMPORT_UNPACKED", limits.MB),
        ("IMPORT_MEMORY", limits.MB),
    ):
        values[name] //= unit
    assert sorted(int(value) for value in values.values()) == sorted(written)


def codes(body: str, folder: Path) -> list[str]:
    with pytest.raises(LeafletError) as caught:
        read_leaflet(parse_source(folder / "en.md", (HEAD + body).encode()))
    return sorted({found.code for found in caught.value.diagnostics})


def test_value_of_the_front_matter_is_bounded_too(tmp_path: Path) -> None:
    """A prose value that goes too deep is told at its key."""
    deep = "<b>" * 50 + "x" + "</b>" * 50
    with pytest.raises(LeafletError, match=r"en\.md:4:1: error SRC-083"):
        read_leaflet(
            parse_source(tmp_path / "en.md", f"---\ntitle: Tea\nlang: en\nfunding: {deep}\n---\n\nA.".encode())
        )


def test_at_most_twenty_characters_are_told() -> None:
    """A file full of what is not text does not fill the terminal."""
    assert MOST == len(list(odd_characters(Path("en.md"), "\x01" * 1000)))


def test_folder_in_place_of_a_copy_is_told(tmp_path: Path) -> None:
    """A folder is no copy."""
    with pytest.raises(LeafletError, match=r"SRC-001.*it is no file"):
        read_bytes(tmp_path)


def test_copy_by_a_link_in_its_folder_is_read(tmp_path: Path) -> None:
    """Within its folder a link is as good as a file."""
    (tmp_path / "nl-BE.md").write_text(HEAD, "utf-8")
    (tmp_path / "en.md").symlink_to("nl-BE.md")
    assert "title: Tea\nlang: en" == read_source(tmp_path / "en.md").front_matter


def test_file_that_grows_is_not_read_whole(tmp_path: Path) -> None:
    """Of a file without an end no more than the limit is read."""
    path = tmp_path / "publisher.yaml"
    path.write_bytes(b"x" * (limits.COPY_BYTES + 1))
    with pytest.raises(LeafletError, match=r"SRC-080.*larger than 512 kB"):
        read_text(path)


def test_accents_are_composed(tmp_path: Path) -> None:
    """How the author's system writes é is nobody's concern: both towers meet one letter."""
    assert "caf\u00e9" == parse_source(tmp_path / "en.md", "cafe\u0301".encode()).body


def test_pages_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edition of too many pages is refused before it is painted."""
    from clearfold.pipeline.building.build import build

    monkeypatch.setattr("clearfold.press.pdf.pages.PAGES", 3)
    (tmp_path / "en.md").write_text(HEAD + "".join(f"## Part {n}\n\nText.\n\n" for n in range(30)), "utf-8")
    (built,) = build([tmp_path / "en.md"], tmp_path / "build", ["large-print"], check=False)
    assert [("SRC-088", True)] == [(found.code, "and at most 3 are made" in found.fact) for found in built.diagnostics]
    assert built.folder is None


def test_picture_files_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that is too large, or that may not be read, is told at its place."""
    path = tmp_path / "a.png"
    path.write_bytes(bytes(10))
    monkeypatch.setattr("clearfold.press.images.image_files.PICTURE_BYTES", 3)
    (found,) = picture_faults(path, "a.png", Location(path))
    assert ("SRC-085", True) == (found.code, "larger than 0 MB" in found.fact)
    path.unlink()
    (found,) = picture_faults(path, "a.png", Location(path))
    assert ("SRC-085", True) == (found.code, "cannot be read" in found.fact)


@pytest.mark.slow("reads as much as the limits let through")
@pytest.mark.parametrize(
    "front",
    [
        "authors: &a [*a]",
        "authors: " + "[" * 45 + "]" * 45,
        "authors: " + "[" * 3000,
        "? [a]\n: b",
        'title: "\\u202e"',
        "- a",
    ],
)
def test_second_reading_of_front_matter_is_bounded_too(front: str, tmp_path: Path) -> None:
    """The proof reads copies of which the press has not seen the front matter: it refuses what the press refuses."""
    with pytest.raises(LeafletError, match=r"error SRC-0(92|82)"):
        expect(parse_source(tmp_path / "en.md", f"---\n{front}\n---\n\nText.".encode()))
