"""What the PDF writer may read."""

from pathlib import Path

import pytest

from clearfold.press.writers.fetching import RootedFetcher


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Return a folder that may be read and one that may not, each with a file in it."""
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / "a b.svg").write_bytes(b"<svg/>")
    return inside, outside


def test_file_below_a_root(folders: tuple[Path, Path]) -> None:
    """A file below a root is read, with its type; what follows a question mark is not part of its name."""
    inside, _ = folders
    response = RootedFetcher([inside]).fetch(f"{(inside / 'a b.svg').as_uri()}?v=1")
    assert (b"<svg/>", "image/svg+xml") == (response.read(), response.content_type)


def test_file_by_a_link_between_roots(folders: tuple[Path, Path]) -> None:
    """A symbolic link may lead from one root to another."""
    inside, outside = folders
    (inside / "link.svg").symlink_to(outside / "a b.svg")
    assert b"<svg/>" == RootedFetcher(folders).fetch((inside / "link.svg").as_uri()).read()


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
