"""What the PDF writer may read."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from clearfold.press.pdf.fetcher import RootedFetcher

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Return a folder that may be read and one that may not, each with a file in it."""
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / "a b.svg").write_bytes(SVG)
    return inside, outside


def test_file_below_a_root(folders: tuple[Path, Path]) -> None:
    """A file below a root is read, with its type; what follows a question mark is not part of its name."""
    inside, _ = folders
    response = RootedFetcher([inside]).fetch(f"{(inside / 'a b.svg').as_uri()}?v=1")
    assert (SVG, "image/svg+xml") == (response.read(), response.content_type)


def test_file_by_a_link_between_roots(folders: tuple[Path, Path]) -> None:
    """A symbolic link may lead from one root to another."""
    inside, outside = folders
    (inside / "link.svg").symlink_to(outside / "a b.svg")
    assert SVG == RootedFetcher(folders).fetch((inside / "link.svg").as_uri()).read()


@pytest.mark.parametrize("name", ["../outside/a b.svg", "link.svg", "folder/a b.svg"])
def test_file_outside(name: str, folders: tuple[Path, Path]) -> None:
    """Neither dots nor symbolic links lead out of the roots."""
    inside, outside = folders
    (inside / "link.svg").symlink_to(outside / "a b.svg")
    (inside / "folder").symlink_to(outside)
    with pytest.raises(ValueError, match="lies outside"):
        RootedFetcher([inside]).fetch(f"{inside.as_uri()}/{name.replace(' ', '%20')}")


@pytest.mark.parametrize(
    "address", ["https://example.org/a.svg", "ftp://example.org/a", "data:,x", "file://example.org/a", "a.svg"]
)
def test_other_addresses(address: str, folders: tuple[Path, Path]) -> None:
    """Nothing but a file of this machine is fetched."""
    with pytest.raises(ValueError, match="only files"):
        RootedFetcher(folders).fetch(address)


def test_missing_file(folders: tuple[Path, Path]) -> None:
    """A file that is not there is an OSError, which WeasyPrint reports."""
    with pytest.raises(FileNotFoundError):
        RootedFetcher(folders).fetch((folders[0] / "b.svg").as_uri())


def test_picture_of_a_style_sheet_is_looked_at_too(folders: tuple[Path, Path]) -> None:
    """An SVG that a style sheet names has not been read with the copy, and is refused here if it is not harmless."""
    inside, _ = folders
    (inside / "bad.svg").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>')
    with pytest.raises(ValueError, match="holds <script>"):
        RootedFetcher([inside]).fetch((inside / "bad.svg").as_uri())


def test_drawing_is_given_as_it_is_published(folders: tuple[Path, Path]) -> None:
    """WeasyPrint reads no type of a document, and is not given the file's own address, which it would read again."""
    inside, _ = folders
    (inside / "typed.svg").write_bytes(b'<!DOCTYPE svg SYSTEM "svg.dtd">' + SVG)
    response = RootedFetcher([inside]).fetch((inside / "typed.svg").as_uri())
    assert ("made:typed.svg.svg", SVG) == (response.url, response.read())


def test_picture_within_a_drawing() -> None:
    """A picture that an address holds is shown, and one that is broken is told of."""
    out = BytesIO()
    Image.new("L", (4, 4)).save(out, "PNG")
    for lines in ("", "\n"):
        coded = b64encode(out.getvalue()).decode().replace("I", f"{lines}I")
        response = RootedFetcher([]).fetch(f"data:image/png;base64,{coded}")
        assert ("image/png", out.getvalue()) == (response.content_type, response.read())
    with pytest.raises(ValueError, match="is no whole PNG"):
        RootedFetcher([]).fetch(f"data:image/png;base64,{b64encode(out.getvalue()[:40]).decode()}")


def test_folder_and_large_file_are_refused(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Only files are read, and only up to the limit."""
    inside, _ = folders
    with pytest.raises(ValueError, match="only files may be read"):
        RootedFetcher([inside]).fetch(inside.as_uri())
    monkeypatch.setattr("clearfold.press.pdf.fetcher.PICTURE_BYTES", 3)
    with pytest.raises(ValueError, match="larger than 0 MB"):
        RootedFetcher([inside]).fetch((inside / "a b.svg").as_uri())
