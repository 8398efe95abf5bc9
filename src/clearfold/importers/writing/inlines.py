"""Inlines in Markdown, and in HTML where Markdown has no word for what is around them."""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from clearfold.importers.document import (
    Break,
    Code,
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    Link,
    Lowered,
    NoteMark,
    Picture,
    Raised,
    Remark,
    Strong,
    Text,
)
from clearfold.importers.writing import escaping

_PLAIN_ADDRESS = re.compile(r"[^\s()<>\\]+")
_SIMPLE = re.compile(r"\w+")
_MARKS = {Strong: ("**", "strong"), Emphasis: ("*", "em"), Raised: ("^", "sup"), Lowered: ("~", "sub")}


def plain(content: Sequence[Inline]) -> str:
    """Return the words of inlines, without their marks; those of remarks and pictures are none."""
    said = ""
    for one in content:
        match one:
            case Text() | Code():
                said += one.text
            case Break():
                said += " "
            case NoteMark() | Remark() | Picture():
                pass
            case _:
                said += plain(one.content)
    return said


def remarks(content: Sequence[Inline]) -> Iterator[str]:
    """Yield the remarks among inlines."""
    for one in content:
        if isinstance(one, Remark):
            yield one.text
        elif not isinstance(one, Text | Code | Break | NoteMark | Picture):
            yield from remarks(one.content)


def markdown(content: Inlines, *, cell: bool = False, linked: bool = False) -> str:
    """Write inlines in one line, or in lines that end with a backslash; remarks are the block's to write."""
    told = [one for one in content if not isinstance(one, Remark)]
    written = ""
    for number, one in enumerate(told):
        after = plain(told[number + 1 :])[:1] if number + 1 < len(told) else ""
        written += _markdown(one, written[-1:], after, cell=cell, linked=linked)
    return written


def line(content: Inlines, *, cell: bool = False) -> str:
    """Write inlines for the beginning of a line."""
    lines = [part.strip(" \t") for part in markdown(content, cell=cell).strip(" \n\t").split("\n")]
    return "\n".join(_opened(content, number, part) for number, part in enumerate(lines))


def _opened(content: Inlines, number: int, part: str) -> str:
    # A line that begins with a mark of ours is meant so; one that begins with text is text.
    told = [one for one in content if not isinstance(one, Remark)]
    first = next((one for one in told if not (isinstance(one, Text) and not one.text.strip())), None)
    if number == 0 and not isinstance(first, Text):
        return part
    return part if part.startswith(("**", "*", "![")) and number else escaping.opening(part)


def _markdown(one: Inline, before: str, after: str, *, cell: bool, linked: bool) -> str:
    match one:
        case Text():
            return escaping.markdown(one.text)
        case Strong() | Emphasis() | Raised() | Lowered():
            return _marked(one, before, after, cell=cell, linked=linked)
        case Code():
            return _code(one.text)
        case Link():
            return _link(one, cell=cell)
        case Foreign():
            return _foreign(one, cell=cell, linked=linked)
        case NoteMark():
            return f"[^{one.label}]"
        case Break():
            return "<br>" if cell or linked else "\\\n"
        case Picture():
            return picture(one)
        case Remark():
            return ""
        case _:
            assert_never(one)


def _marked(one: "Strong | Emphasis | Raised | Lowered", before: str, after: str, *, cell: bool, linked: bool) -> str:
    inner = markdown(one.content, cell=cell, linked=linked)
    if not inner.strip():
        return inner
    words = inner.strip(" ")
    left, right = inner[: len(inner) - len(inner.lstrip(" "))], inner[len(inner.rstrip(" ")) :]
    mark, tag = _MARKS[type(one)]
    said = plain(one.content).strip(" ")
    before, after = (" " if left else before), (" " if right else after)
    if isinstance(one, Raised | Lowered):
        fits = _SIMPLE.fullmatch(words) is not None and before.isalnum()
    else:
        fits = (
            (said[:1].isalnum() and said[-1:].isalnum() and words[0] not in "*_" and words[-1] not in "*_")
            and not (before and (before.isalnum() or before in "*_\\"))
            and not (after and after.isalnum())
        )
        fits = fits and "\n" not in words
    return f"{left}{mark}{words}{mark}{right}" if fits else f"{left}<{tag}>{words}</{tag}>{right}"


def _code(text: str) -> str:
    words = escaping.folded(text).strip()
    if "`" in words or "|" in words or not words:
        return f"<code>{escaping.html(words)}</code>" if words else ""
    return f"`{words}`"


def _link(one: Link, *, cell: bool) -> str:
    inner = markdown(one.content, cell=cell, linked=True)
    words = inner.strip(" ")
    if not words:
        return inner
    left, right = inner[: len(inner) - len(inner.lstrip(" "))], inner[len(inner.rstrip(" ")) :]
    address = one.target if _PLAIN_ADDRESS.fullmatch(one.target) else f"<{address_of(one.target)}>"
    return f"{left}[{words}]({address.replace('|', '%7C')}){right}"


def address_of(target: str) -> str:
    """Return an address without the signs that would end it."""
    for sign, code in ((" ", "%20"), ("<", "%3C"), (">", "%3E"), ("\n", ""), ("\\", "%5C"), ("|", "%7C")):
        target = target.replace(sign, code)
    return target


def _foreign(one: Foreign, *, cell: bool, linked: bool) -> str:
    inner = markdown(one.content, cell=cell, linked=linked)
    if not inner.strip():
        return inner
    words = inner.strip(" ")
    left, right = inner[: len(inner) - len(inner.lstrip(" "))], inner[len(inner.rstrip(" ")) :]
    if linked or "[" in words or "\n" in words:
        return f'{left}<span lang="{one.lang}">{words}</span>{right}'
    return f"{left}[{words}]{{lang={one.lang}}}{right}"


def picture(one: Picture, caption: str = "") -> str:
    """Write a picture, with its caption where it has one; without an alternative the build refuses it at its line."""
    title = f' "{escaping.attribute(caption)}"' if caption else ""
    shown = escaping.markdown(one.alternative or "").strip()
    only = "{role=presentation}" if one.alternative == "" else ""
    return f"![{shown}](images/{one.name}{title}){only}"


def html(content: Inlines) -> str:
    """Write inlines as HTML, within an element."""
    return "".join(map(_html, content))


def _html(one: Inline) -> str:
    match one:
        case Text():
            return escaping.html(one.text)
        case Strong() | Emphasis() | Raised() | Lowered():
            tag = _MARKS[type(one)][1]
            return f"<{tag}>{html(one.content)}</{tag}>"
        case Code():
            return f"<code>{escaping.html(one.text)}</code>"
        case Link():
            return f'<a href="{escaping.attribute(address_of(one.target))}">{html(one.content)}</a>'
        case Foreign():
            return f'<span lang="{one.lang}">{html(one.content)}</span>'
        case Break():
            return "<br>"
        case Picture():
            only = ' role="presentation"' if one.alternative == "" else ""
            return f'<img src="images/{one.name}" alt="{escaping.attribute(one.alternative or "")}"{only}>'
        case NoteMark():
            return f"[^{one.label}]"
        case Remark():
            return ""
        case _:
            assert_never(one)
