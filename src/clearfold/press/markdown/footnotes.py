"""Footnotes: each moves from Python-Markdown's list at the end to right after the block that first refers to it."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement, fragment_fromstring

from clearfold.model.diagnostic import Diagnostic, Severity
from clearfold.press.markdown.positions import Places

_REFERENCE = re.compile(r"\[\^([^\]]+)\](?!:)")
_DEFINITION = re.compile(r"^ {0,3}\[\^([^\]]+)\]:", re.MULTILINE)


def place(root: HtmlElement, places: Places) -> Iterator[Diagnostic]:
    """Number the notes by their first reference and put each after the outermost block that holds it."""
    waiting = _take_out(root)
    labels: set[str] = set()
    for match, location in places.all(_DEFINITION):
        if match[1] in labels:
            hint = "give one of them another label, and write that where it belongs"
            yield Diagnostic("SRC-054", Severity.ERROR, location, f"there are two notes “{match[1]}”", hint)
        labels.add(match[1])
    placed: dict[str, _Placed] = {}
    for block in list(root):
        after = block
        queue = [block]
        while queue:
            for reference in _references(queue.pop(0)):
                name = str(reference[0].get("href", ""))[1:]
                if name not in placed and name in waiting:
                    note = _aside(waiting.pop(name), len(placed) + 1)
                    placed[name] = _Placed(len(placed) + 1)
                    after.addnext(note)
                    after = note
                    queue.append(note)
                if name in placed:
                    _rewrite(reference, placed[name])
    for name in waiting:
        label = name.removeprefix("fn:")
        hint = f"write [^{label}] where it belongs, or take the note out"
        yield Diagnostic(
            "SRC-052", Severity.ERROR, places.next(f"[^{label}]:"), f"nothing refers to the note “{label}”", hint
        )
    for match, location in places.all(_REFERENCE):
        if match[1] not in labels:
            hint = f"write, on a line of its own, [^{match[1]}]: and the note"
            yield Diagnostic("SRC-051", Severity.ERROR, location, f"there is no note “{match[1]}”", hint)


class _Placed:
    """A note that has its place: its number, and how often it has been referred to."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.count = 0


def _take_out(root: HtmlElement) -> dict[str, HtmlElement]:
    found: dict[str, HtmlElement] = {}
    for listing in list(root.find_class("footnote")):
        for item in listing.iter("li"):
            if str(item.get("id", "")).startswith("fn:"):
                found[str(item.get("id"))] = item
        listing.drop_tree()
    return found


def _references(block: HtmlElement) -> list[HtmlElement]:
    return [sup for sup in block.iter("sup") if len(sup) and "footnote-ref" in str(sup[0].get("class", ""))]


def _rewrite(sup: HtmlElement, note: _Placed) -> None:
    # Full-size brackets: a raised small figure is under the size that large print allows.
    note.count += 1
    suffix = "" if note.count == 1 else f"-{note.count}"
    link = fragment_fromstring(f'<a class="noteref" role="doc-noteref" href="#fn-{note.number}">[{note.number}]</a>')
    link.set("id", f"fnref-{note.number}{suffix}")
    link.tail = sup.tail
    parent = sup.getparent()
    assert parent is not None
    parent.replace(sup, link)


def _aside(item: HtmlElement, number: int) -> HtmlElement:
    for back in list(item.find_class("footnote-backref")):
        paragraph = back.getparent()
        back.drop_tree()
        assert paragraph is not None
        _trim(paragraph)
        if not len(paragraph) and not paragraph.text:
            paragraph.drop_tree()
    aside: HtmlElement = fragment_fromstring(f'<aside class="note" role="doc-footnote" id="fn-{number}"></aside>')
    aside.extend(list(item))
    if not len(aside) or aside[0].tag != "p":
        aside.insert(0, fragment_fromstring("<p></p>"))
    first = aside[0]
    back_link = fragment_fromstring(f'<a role="doc-backlink" href="#fnref-{number}">[{number}]</a>')
    back_link.tail, first.text = f" {first.text or ''}", None
    first.insert(0, back_link)
    return aside


def _trim(paragraph: HtmlElement) -> None:
    """Take off the no-break space by which Python-Markdown parts the way back from the note."""
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "").rstrip()
    else:
        paragraph.text = (paragraph.text or "").rstrip()
