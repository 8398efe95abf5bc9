"""A copy cut into blocks, changed and put together again: outside of what was changed no byte differs."""

import errno
import os
import random
import re
import stat
from pathlib import Path

import pytest

from clearfold.studio.copy.blocks import Kind, Piece, composed, cut
from clearfold.studio.copy.drafts import Draft, Memory
from clearfold.studio.copy.lines import as_found, plain, usual_end
from clearfold.studio.copy.saving import ChangedError, TooLargeError, save, stored
from clearfold.studio.copy.writers import Writers
from tests.studio.copy_texts import texts

EDITS = 1000
ODD = [
    "",
    "\n",
    "\ufeff",
    "\ufeff---\r\ntitle: x\r\n---\r\n\r\n\r\ntext",
    "---\ntitle: x",
    "a\rb\r\n\nc\n\n\n",
    "\n\n  \n",
]


def test_every_copy_is_whole() -> None:
    """The pieces of each copy are together the copy, and a field that gives all of it back changes no byte."""
    whole = {**texts(), **{repr(text): text for text in ODD}}
    broken = []
    for name, text in whole.items():
        copy = cut(text)
        untouched = tuple(Piece(number) for number in range(len(copy.blocks)))
        retyped = tuple(Piece(number, plain(block.text)) for number, block in enumerate(copy.blocks))
        got = (copy.text, composed(copy, untouched), composed(copy, retyped), as_found(text, plain(text), "\n"))
        if got != (text, text, text, text):
            broken.append(name)
    assert (True, []) == (len(texts()) > 300, broken)


def test_an_edit_changes_its_block_alone() -> None:
    """A thousand edits, by seed: what stands before and behind the block is what it was, to the byte."""
    seeded = random.Random(19)
    names = sorted(name for name, text in texts().items() if cut(text).blocks)
    for _ in range(EDITS):
        text = texts()[seeded.choice(names)]
        if seeded.random() < 0.3:
            text = text.replace("\r\n", "\n").replace("\n", "\r\n")
        copy = cut(text)
        at = seeded.randrange(len(copy.blocks))
        new = edited(plain(copy.blocks[at].text), seeded)
        pieces = [Piece(n, new if n == at else None) for n in range(len(copy.blocks))]
        before = copy.head + "".join(block.text + block.gap for block in copy.blocks[:at])
        behind = copy.blocks[at].gap + "".join(block.text + block.gap for block in copy.blocks[at + 1 :])
        result = composed(copy, pieces)
        assert result.startswith(before)
        assert result.endswith(behind)
        assert new == plain(result[len(before) : len(result) - len(behind)])


def edited(text: str, seeded: random.Random) -> str:
    """Return a text with a word put in, taken out or written twice, somewhere."""
    at = seeded.randrange(len(text) + 1)
    to = min(len(text), at + seeded.randrange(12))
    new = seeded.choice(
        [f"{text[:at]}word {text[at:]}", text[:at] + text[to:], text[:to] + text[at:], f"{text}\nand more"]
    )
    return new.rstrip("\n") if new.strip() else "word"


def test_blocks_are_what_people_see() -> None:
    """A list with its paragraphs, a box, code and an element with blank lines in it are one block each."""
    text = (
        "---\ntitle: x\n---\n\n## Heading\nText below it.\n\n- one\n\n    more of it\n\n- two\n\n"
        '!!! tip "Title"\n    text\n\n    more\n\n```\ncode\n\ncode\n```\n\n<div markdown>\n\ntext\n\n</div>\n\n'
        "| a | b |\n| - | - |\n| c | d |\n\n![what](a.svg)\n\n> said\n\n[^1]: note\n\n<!-- not\n\nprinted -->\n\nEnd.\n"
    )
    kinds = [block.kind for block in cut(text).blocks]
    some = [Kind.HEADING, Kind.PARAGRAPH, Kind.LIST, Kind.BOX, Kind.SOURCE, Kind.SOURCE, Kind.TABLE, Kind.PICTURE]
    assert [*some, Kind.QUOTATION, Kind.NOTE, Kind.SOURCE, Kind.PARAGRAPH] == kinds


def test_a_block_knows_its_line() -> None:
    """The line of a block is that of the file, so that problems find their passage."""
    assert [5, 7] == [block.line for block in cut("---\ntitle: x\n---\n\none\n\ntwo\n").blocks]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_is_put_in_has_the_line_ends_of_the_copy(end: str) -> None:
    """New blocks stand apart, with the ends that the copy uses; the others keep theirs."""
    text = f"---{end}title: x{end}---{end}{end}one{end}{end}two"
    got = composed(cut(text), (Piece(0), Piece(None, "new\nlines\n"), Piece(1), Piece(None, "last")))
    assert f"---{end}title: x{end}---{end}{end}one{end}{end}new{end}lines{end}{end}two{end}{end}last{end}" == got


def test_blocks_are_moved_and_removed() -> None:
    """Blocks that change places still stand apart, and one that goes takes its blank lines along."""
    copy = cut("one\n\ntwo\n\n\nthree")
    moved = composed(copy, (Piece(2), Piece(0), Piece(1)))
    assert ("three\n\none\n\ntwo\n\n\n", "one\n\nthree") == (moved, composed(copy, (Piece(0), Piece(2))))


def test_first_block_of_a_copy_without_any() -> None:
    """A copy of front matter alone gets its first block below it."""
    assert "---\ntitle: x\n---\n\nFirst.\n" == composed(cut("---\ntitle: x\n---\n\n"), (Piece(None, "First."),))
    assert "---\ntitle: x\n---\n\nFirst.\n" == composed(cut("---\ntitle: x\n---"), (Piece(None, "First."),))


def test_no_other_block_than_the_copys() -> None:
    """A block that there is not is told, and nothing is put together."""
    for number in (1, -1):
        with pytest.raises(IndexError):
            composed(cut("one\n"), (Piece(number),))


def test_save_replaces_what_was_read(tmp_path: Path) -> None:
    """The copy is the new text, keeps its mode, and what it was that day is kept once."""
    copy, kept = tmp_path / "nl.md", tmp_path / "kept"
    copy.write_bytes(b"one\r\n")
    copy.chmod(0o640)
    first = save(copy, stored(copy).sha256, "two\r\n", kept)
    save(copy, first.sha256, "three\r\n", kept)
    assert (b"three\r\n", [b"one\r\n"]) == (copy.read_bytes(), [path.read_bytes() for path in kept.iterdir()])
    assert os.name == "nt" or stat.S_IMODE(copy.stat().st_mode) == 0o640
    assert ["kept", "nl.md"] == sorted(path.name for path in tmp_path.iterdir())


def test_save_that_changes_nothing_touches_nothing(tmp_path: Path) -> None:
    """Neither the file nor its time is another, and nothing is kept."""
    copy = tmp_path / "nl.md"
    copy.write_bytes(b"one")
    before = copy.stat().st_mtime_ns
    save(copy, stored(copy).sha256, "one", tmp_path / "kept")
    assert (before, False) == (copy.stat().st_mtime_ns, (tmp_path / "kept").exists())


def test_save_over_a_change_of_others_is_refused(tmp_path: Path) -> None:
    """A copy that is another than the one that was read stays, and is told."""
    copy = tmp_path / "nl.md"
    copy.write_bytes(b"one")
    read = stored(copy)
    copy.write_bytes(b"theirs")
    with pytest.raises(ChangedError) as told:
        save(copy, read.sha256, "mine", tmp_path / "kept")
    assert (b"theirs", b"theirs") == (told.value.now.data, copy.read_bytes())


def test_text_that_no_copy_may_be_is_refused(tmp_path: Path) -> None:
    """What is larger than a copy may be is not written."""
    copy = tmp_path / "nl.md"
    copy.write_bytes(b"one")
    with pytest.raises(TooLargeError):
        save(copy, stored(copy).sha256, "x" * 10_000_000, tmp_path / "kept")
    assert b"one" == copy.read_bytes()


def test_full_disk_leaves_the_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new text cannot be put on disk the copy stays, and nothing is left beside."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    folder = tmp_path / "leaflet"
    folder.mkdir()
    copy = folder / "nl.md"
    copy.write_bytes(b"one")
    read = stored(copy)
    save(copy, read.sha256, "two", tmp_path / "kept")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=re.escape(os.strerror(errno.ENOSPC))):
        save(copy, stored(copy).sha256, "three", tmp_path / "kept")
    assert (b"two", ["nl.md"]) == (copy.read_bytes(), [path.name for path in folder.iterdir()])


def test_drafts_outlive_the_studio(tmp_path: Path) -> None:
    """A draft is found by whoever starts the studio again, for its own copy alone, and goes when it is dropped."""
    copy, other = tmp_path / "a" / "nl.md", tmp_path / "b" / "nl.md"
    Memory(tmp_path / "memory").keep(copy, Draft("abc", "text\n"))
    again = Memory(tmp_path / "memory")
    assert (Draft("abc", "text\n"), None) == (again.draft(copy), again.draft(other))
    again.drop(copy)
    assert again.draft(copy) is None


def test_draft_that_was_cut_off_is_none(tmp_path: Path) -> None:
    """What is no whole draft is not offered."""
    memory, copy = Memory(tmp_path), tmp_path / "nl.md"
    memory.keep(copy, Draft("abc", "text"))
    (path,) = (tmp_path / "drafts").iterdir()
    path.write_text(path.read_text("utf-8")[:10], "utf-8")
    assert memory.draft(copy) is None


def test_one_tab_writes(tmp_path: Path) -> None:
    """The first writes, the second can take over, and who leaves lets the next one in."""
    writers, copy = Writers(), tmp_path / "nl.md"
    asked = [writers.ask(copy, "one"), writers.ask(copy, "two"), writers.ask(copy, "two", take=True)]
    assert ([True, False, True], False, True) == (asked, writers.may(copy, "one"), writers.may(copy, "two"))
    writers.leave(copy, "one")
    writers.leave(copy, "two")
    assert writers.ask(copy, "one")


def test_usual_end_is_the_first() -> None:
    """Of several line ends, new lines have the first."""
    assert ("\r\n", "\n") == (usual_end("a\r\nb\n"), usual_end("a"))
