"""What who writes gets to see: the page as a build makes it, the part in work, and what is wrong, in the same words."""

from pathlib import Path

import pytest

from clearfold.pipeline.building.build import build
from clearfold.pipeline.building.leaflet_job import Order
from clearfold.pipeline.watching.looks import Look, look, made, sketch
from clearfold.pipeline.watching.warm import Warm

COPY = """---
title: Drying herbs
lang: en
publisher: The Garden Club
key_messages: [Dry them in the dark.]
contact: {phone: "0200 000"}
---

Herbs keep for a year.

## Picking { #picking }

Pick them before noon.

## Keeping { #keeping }

Keep them in a tin.
"""


@pytest.fixture
def herbs(tmp_path: Path) -> Path:
    path = tmp_path / "content/herbs/en.md"
    path.parent.mkdir(parents=True)
    path.write_text(COPY, "utf-8")
    return path


@pytest.fixture
def order(tmp_path: Path) -> Order:
    return Order(tmp_path / "build", ("web",), check=False)


def edited(path: Path, old: str, new: str, order: Order) -> Look:
    path.write_text(COPY.replace(old, new), "utf-8")
    return look(path, order)


def test_page_is_the_one_that_a_build_makes(herbs: Path, order: Order) -> None:
    """A look gives the very bytes of the web page, and writes nothing."""
    seen = look(herbs, order)
    assert not order.output.exists()
    (built,) = build([herbs], order.output, ["web"], check=False)
    assert built.folder is not None
    assert (built.folder / "herbs-en.html").read_bytes() == seen.page


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("before noon", "in the morning", ("picking",)),
        ("in the dark", "in the shade", ("panel-summary",)),
        ("Herbs keep", "Dry herbs keep", ("opening",)),
        ("Garden", "Herb", ("cover", "back")),
        ("", "", ()),
    ],
)
def test_part_of_an_edit_is_found(herbs: Path, order: Order, old: str, new: str, changed: tuple[str, ...]) -> None:
    """The parts that an edit is in are told, and no others, though all that follows has moved."""
    before = look(herbs, order)
    assert changed == tuple(edited(herbs, old, new, order).changed(before))


def test_sketch_is_of_the_edit(herbs: Path, order: Order) -> None:
    """The part in work is drawn as it stands after the edit, and named by its heading."""
    edited(herbs, "in a tin", "in a tin. " * 300, order)
    seen = sketch(herbs, "keeping", order)
    assert ("Keeping", 3, ()) == (seen.title, seen.pages, seen.diagnostics)
    assert [b"\x89PNG"] * 3 == [picture[:4] for picture in seen.pictures]


def test_mistake_is_told_with_its_line(herbs: Path, order: Order) -> None:
    """Of a copy with a mistake there is no page; the mistake is told as a build tells it."""
    seen = edited(herbs, "Keep them in a tin.", "![](tin.svg)", order)
    (built,) = build([herbs], order.output, ["web"], check=False)
    assert b"" == seen.page
    assert built.diagnostics == seen.diagnostics
    assert {17} == {found.location.line for found in seen.diagnostics}


def test_part_that_has_gone_is_told_as_ours(herbs: Path, order: Order) -> None:
    """Asking for a section that the copy no longer has is no mistake of the copy's."""
    look(herbs, order)
    assert ["INT-001"] == [found.code for found in sketch(herbs, "drying", order).diagnostics]


@pytest.mark.slow("starts two processes, each of which imports WeasyPrint")
def test_warm_process_is_replaced_when_it_has_served(herbs: Path, order: Order) -> None:
    """After so many tasks, at the next rest, another process answers; what it makes is the same."""
    from os import getpid

    with Warm(serves=3) as warm:
        first = warm.ask(look, herbs, order).result()
        pids = [warm.ask(getpid).result()]
        warm.rest()
        pids.append(warm.ask(getpid).result())
        warm.rest()
        pids.append(warm.ask(getpid).result())
        second = warm.ask(look, herbs, order).result()
    assert (pids[0], True) == (pids[1], pids[1] != pids[2])
    assert first.page == second.page


def test_all_editions_are_a_build(herbs: Path, order: Order, tmp_path: Path) -> None:
    """What is made at rest is a build, in its folder; beside it stands how much advice there is."""
    ((built, told),) = made([herbs], order, 1, [herbs])
    assert built.folder == order.output / "herbs/en"
    assert "of advice on how it can help its readers more: clearfold advise" in told
