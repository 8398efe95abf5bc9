"""From a copy's text to the same text with what is mechanical mended: its front matter, then its body."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from clearfold.copy_fixes.blocks import mend_blocks
from clearfold.copy_fixes.signs import mend_signs
from clearfold.model.source import FENCE, end_of_front_matter
from clearfold.press.front_matter.missing import keys_at
from clearfold.press.front_matter.yaml_slips import corrected
from clearfold.press.front_matter.yaml_text import slips_of

_LIKE = re.compile(r"[-–—_*=\s]+$")
_LANG = re.compile(r"(lang:\s*[\"']?[A-Za-z]{2,3})_(?=[A-Za-z]{2})")
_TURNS = 10  # one mend can uncover another: a bullet behind a bullet


def mended(text: str, *, copy: bool = True) -> str:
    """Return a text with what is mechanical mended; ``copy`` is false of a publisher.yaml. Line ends stay."""
    mark, rest = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    lines = rest.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    result = lines
    for _ in range(_TURNS):
        before, result = result, _copy(result) if copy else _yaml(result)
        if result == before:
            break
    return mark + _with_ends(rest, lines, result)


def _copy(lines: list[str]) -> list[str]:
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    start, end, lines = _fenced(lines, first)
    if start < 0:
        return mend_blocks(mend_signs(lines))
    body = mend_blocks(mend_signs(lines[end + 1 :]))
    return [*lines[: start + 1], *_yaml(lines[start + 1 : end]), *lines[end : end + 1], *body]


def _fenced(lines: list[str], first: int) -> tuple[int, int, list[str]]:
    """Return where the lines around the front matter stand, with three hyphens in each; -1 where there is none."""
    opening = lines[first].rstrip()
    if opening != FENCE:
        signs = bool(_LIKE.match(opening)) and bool(opening)
        if not keys_at(lines[first + signs :]):
            return -1, -1, lines
        lines = [*lines[:first], FENCE, *lines[first + signs :]]
    closing = (at for at in range(first + 1, len(lines)) if lines[at].rstrip() in (FENCE, "..."))
    end = next(closing, -1)
    if end < 0:
        end, written = end_of_front_matter(lines, first)
        lines = [*lines[:end], FENCE, *_gap(lines[end + written :]), *lines[end + written :]]
    return first, end, lines


def _gap(body: Sequence[str]) -> list[str]:
    return [""] if body and body[0].strip() else []


def _yaml(lines: Sequence[str]) -> list[str]:
    found = [slip for slip in slips_of("\n".join(lines)) if slip.sure]
    return [_LANG.sub(r"\1-", line) for line in corrected(lines, found)]


def _with_ends(text: str, before: Sequence[str], after: Sequence[str]) -> str:
    """Return lines as one text, each with the line end that it had; a new one has that of the first line."""
    ends = re.findall(r"\r\n|\r|\n", text)
    usual = ends[0] if ends else "\n"
    if len(set(ends)) < 2:
        return usual.join(after)
    given: list[str] = []
    for kind, low, high, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        kept = [*ends, usual][low:high] if kind == "equal" or high - low == last - first else []
        given += kept or [usual] * (last - first)
    return "".join(f"{line}{end}" for line, end in zip(after, [*given[:-1], ""], strict=True))
