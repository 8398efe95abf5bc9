"""Bookmarks are read wherever they lead, and what is written oddly beside the text of a file makes it no unread one."""

from collections.abc import Callable
from itertools import pairwise

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, String

from clearfold.proof.readers.pdf.file import PdfFile, open_pdf
from tests.faults.tagged import saved

Made = pikepdf.Pdf


def made(pages: int = 2) -> Made:
    """Return a file with blank pages."""
    file = pikepdf.new()
    for _ in range(pages):
        file.add_blank_page(page_size=(9, 9))
    return file


def outlined(file: Made, *entries: Object) -> PdfFile:
    """Return the file with entries that follow each other."""
    listed = [file.make_indirect(entry) for entry in entries]
    for one, two in pairwise(listed):
        one.Next = two
    file.Root.Outlines = Dictionary(First=listed[0], Last=listed[-1])
    return open_pdf(saved(file))


DESTINATIONS: dict[str, Callable[[Made], Object]] = {
    "page": lambda file: Dictionary(Dest=Array([file.pages[1].obj, Name.Fit])),
    "number of a page": lambda file: Dictionary(Dest=Array([1, Name.Fit])),
    "numbers that stand elsewhere": lambda file: Dictionary(
        Dest=Array([file.pages[1].obj, Name.XYZ, *(file.make_indirect(Object.parse(b"7")) for _ in range(2)), 0])
    ),
    "array that stands elsewhere": lambda file: Dictionary(
        Dest=file.make_indirect(Array([file.pages[1].obj, Name.Fit]))
    ),
    "action": lambda file: Dictionary(A=Dictionary(S=Name.GoTo, D=Array([file.pages[1].obj, Name.Fit]))),
    "name": lambda _: Dictionary(Dest=Name.there),
    "text in the tree of names": lambda _: Dictionary(Dest=String("there too")),
    "element on a page": lambda file: Dictionary(
        A=Dictionary(S=Name.GoTo, SD=Array([file.make_indirect(Dictionary(S=Name.P, Pg=file.pages[1].obj))]))
    ),
}


@pytest.mark.parametrize("kind", DESTINATIONS)
def test_bookmark_leads_to_its_page(kind: str) -> None:
    """A page is found by each way in which a file may lead to it."""
    file = made()
    there = Array([file.pages[1].obj, Name.Fit])
    file.Root.Dests = Dictionary(there=there)
    leaf = file.make_indirect(Dictionary(Names=Array([String("there too"), Dictionary(D=there)])))
    file.Root.Names = Dictionary(Dests=Dictionary(Kids=Array([leaf])))
    entry = DESTINATIONS[kind](file)
    entry.Title = file.make_indirect(String("een"))
    assert [("een", 1)] == outlined(file, entry).bookmarks()


ODD: dict[str, Callable[[Made], Object]] = {
    "nowhere": lambda _: Dictionary(),
    "a page that is none": lambda _: Dictionary(Dest=Array([9, Name.Fit])),
    "a name that is none": lambda _: Dictionary(Dest=Name.nowhere),
    "what is no place": lambda _: Dictionary(Dest=Dictionary(D=True)),
    "nothing in an array": lambda _: Dictionary(Dest=Array([])),
}


@pytest.mark.parametrize("kind", ODD)
def test_bookmark_that_leads_nowhere_is_a_bookmark(kind: str) -> None:
    """An entry whose place is none stands among the others, with no page."""
    file = made()
    entry = ODD[kind](file)
    entry.Title = String("een")
    assert [("een", -1)] == outlined(file, entry).bookmarks()


def test_outline_without_end_is_read_once() -> None:
    """An entry that is followed by itself, or by one before it, is no more than one."""
    file = made()
    one, two = (file.make_indirect(Dictionary(Title=String(name))) for name in ("een", "twee"))
    one.Next, two.Next, two.First = two, one, two
    file.Root.Outlines = Dictionary(First=one)
    assert [("een", -1), ("twee", -1)] == open_pdf(saved(file)).bookmarks()


def test_labels_that_cannot_be_read_are_numbers() -> None:
    """A file that does not say in a readable way what its pages are called has pages 1, 2, 3."""
    file = made()
    file.Root.PageLabels = Dictionary(Nums=Array([String("x"), Array([])]))
    assert ("1", "2") == open_pdf(saved(file)).labels


@pytest.mark.parametrize("value", [Dictionary(), Array([1]), 7, Name.Titel])
def test_title_that_is_no_text_says_nothing(value: Object) -> None:
    """An entry of the document information that is no text is none; the file is read all the same."""
    file = made()
    file.docinfo["/Title"] = value
    file.docinfo["/Author"] = value
    opened = open_pdf(saved(file))
    assert ("", "") == (opened.title, opened.byline)
