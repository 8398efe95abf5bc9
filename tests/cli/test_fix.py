"""``clearfold fix``: the change is shown, written whole, and the file that was is kept."""

from pathlib import Path

import pytest

from clearfold.cli.main import main
from clearfold.copy_fixes import files

BAD = "---\ntitle: a: b\nlang: en\n---\n\n##X\n\n• one\n• two\n"
GOOD = '---\ntitle: "a: b"\nlang: en\n---\n\n## X\n\n- one\n- two\n'


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "en.md"
    path.write_bytes(BAD.encode())
    return path


def test_file_is_mended_and_kept(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The change is a unified diff; what the file was stands beside it."""
    assert 0 == main(["fix", str(copy)])
    assert (GOOD, BAD) == (copy.read_text("utf-8"), (copy.parent / "en.md.bak").read_text("utf-8"))
    out = capsys.readouterr().out
    assert '-title: a: b\n+title: "a: b"\n' in out
    assert ["en.md", "en.md.bak"] == sorted(path.name for path in copy.parent.iterdir())


def test_first_copy_is_kept_once(copy: Path) -> None:
    """A second mend does not overwrite what the first has kept."""
    assert 0 == main(["fix", "-q", str(copy)])
    copy.write_text(BAD.replace("one", "1"), "utf-8")
    assert 0 == main(["fix", "-q", str(copy)])
    assert BAD == (copy.parent / "en.md.bak").read_text("utf-8")


def test_diff_writes_nothing(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --diff the change is only shown, and the exit code says that there is one."""
    assert 1 == main(["fix", "--diff", str(copy)])
    assert BAD == copy.read_text("utf-8")
    assert "+## X\n" in capsys.readouterr().out


def test_nothing_to_mend(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A copy that is right is neither written nor kept."""
    copy.write_text(GOOD, "utf-8")
    assert [0, 0] == [main(["fix", str(copy)]), main(["fix", "--diff", str(copy)])]
    assert ("", ["en.md"]) == (capsys.readouterr().out, [path.name for path in copy.parent.iterdir()])


def test_file_that_is_not_there(tmp_path: Path) -> None:
    """A name that leads nowhere is a command that cannot be carried out."""
    assert 2 == main(["fix", str(tmp_path / "none.md")])


def test_file_that_is_no_text(copy: Path) -> None:
    """A file in another encoding is told as the build tells it, and stays."""
    copy.write_bytes(b"caf\xe9")
    assert 1 == main(["fix", str(copy)])
    assert b"caf\xe9" == copy.read_bytes()


def test_lost_letter_is_a_fault_of_ours(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mend that would lose a letter is not written, and told as ours."""
    monkeypatch.setattr(files, "mended", lambda text, *, copy: text.replace("one", "on"))
    assert 3 == main(["fix", str(copy)])
    assert BAD == copy.read_text("utf-8")
