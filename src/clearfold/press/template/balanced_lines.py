"""Set headings, captions and entries of the contents in even lines, so that no last word stands on one by itself.

A step of the paged writer, from a template's page to the layout: WeasyPrint 70 knows no ``text-wrap``. How wide the
words are is measured, and the line is made so narrow that as many lines are as even as they can be. What is measured
wrong ends where it would have ended, or a word earlier: no text is changed.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from xml.etree.ElementTree import Element

from clearfold.model.units import MM
from clearfold.press.design.measure import width
from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.design.text_width import scale_of
from clearfold.press.edition import Edition
from clearfold.press.leaflet import Leaflet
from clearfold.press.template.leaning_words import leans
from clearfold.press.template.spacing_by_language import NO_BREAK

# Tokens of styles/tokens.css.
SIZES = {"h2": "h2", "h3": "h3", "dt": "text", "caption": "text", "figcaption": "text", "li": "text"}
WEIGHTS = {"h2": 800, "h3": 700, "dt": 700, "caption": 700, "figcaption": 600, "li": 600}  # as styles/base.css has them
# What an element may stand in, for its lines to be as long as the page's.
AROUND = frozenset({"body", "main", "section", "figure", "table", "nav", "ol", "dl", "div"})
NARROWER = frozenset({"beside", "online", "run-in", "call", "reach"})
FOLIO, INDENT = 3.55, 0.8  # em of an entry of the contents that its text leaves free, and that its first line has more
DOUBT = 1.005  # times the line: layout, which kerns, may have so much more on it than is measured
HAIR = 0.05  # em
# As bad as a line so much shorter, squared: that its end leans on the next one, and a word alone; and as good: that it
# ends where one would take breath.
LEANING, LONELY, BREATH = 0.35, 0.5, 0.1
_NO_WIDTH = re.compile("[\u2060\u200b]")
_TOKEN = re.compile(r"--(text|h2|h3): (?:calc\()?([\d.]+)pt")


def balance_lines(root: Element, leaflet: Leaflet, edition: Edition) -> None:
    """Narrow the lines of headings and captions, and end those of the contents, where that makes them more even.

    A publisher's own style sheet may have other sizes: nothing is measured then.
    """
    paper, publisher = edition.paper, leaflet.publisher
    body = root.find("body")
    if paper is None or body is None or publisher.style:
        return
    face = publisher.typeface
    scale = scale_of(face)
    sizes = _sizes(edition.style_sheets)
    for element in _found(body):
        entry = element.find("a") if element.tag == "li" else None
        text = element if entry is None else entry
        if "\u00ad" in (said := "".join(text.itertext())) or text.find(".//br") is not None:
            continue
        words = said.split(" ") if " " in said.strip() else []
        em = sizes[SIZES[element.tag]] * scale
        room = (paper.width - 2 * paper.margin) * MM / em - (0.0 if entry is None else FOLIO)
        wide = [width(f"{_NO_WIDTH.sub('', word)} ", face, WEIGHTS[element.tag]) for word in words]
        space = width(" ", face, WEIGHTS[element.tag])
        ends = even_lines(
            words, wide, space, (room, room * DOUBT if entry is None else room), first=INDENT * (entry is not None)
        )
        if _is_lonely(wide, space, ends) and not len(element) and sum(wide[-2:]) - space <= room:
            # No narrower line would take its neighbour to it.
            element.text = f"{' '.join(words[:-1])}{NO_BREAK}{words[-1]}"
            words = [*words[:-2], f"{words[-2]}{NO_BREAK}{words[-1]}"]
            wide = [*wide[:-2], sum(wide[-2:])]
            ends = even_lines(words, wide, space, (room, room * DOUBT))
        if ends and entry is not None:
            _end_lines(entry, words, ends)
        elif ends:
            longest = max(_lengths(wide, space, ends)) + HAIR
            element.set(
                "style", f"{element.get('style', '')}; padding-right: calc(100% - {longest:.2f}em)".lstrip("; ")
            )


def even_lines(
    words: Sequence[str], wide: Sequence[float], space: float, rooms: tuple[float, float], first: float = 0.0
) -> tuple[int, ...]:
    """Return before which words lines begin, () where all stand on one line or a word fits on none.

    Each word is so ``wide``, with the ``space`` behind it; the ``first`` line has so much more room than the others.
    A line has the first of the ``rooms``, at most the second: () where there might be fewer lines in that.
    Of lines as few as can be, the most even ones are taken; what a narrower room gives can be laid out so.
    """
    room, most = rooms
    if not words or max(wide) - space > room:
        return ()
    natural = _greedy(wide, space, room, first)
    if not natural or len(_greedy(wide, space, most, first)) < len(natural):
        return ()
    before = [0.0, *accumulate(wide)]
    narrower = {end - start - space for end in before for start in before if 0 < end - start - space <= room}
    tried = {_greedy(wide, space, narrow, first) for narrow in narrower if narrow >= max(wide) - space}
    able = [ends for ends in tried if len(ends) == len(natural)] or [natural]
    return min(able, key=lambda ends: (_displeases(words, wide, space, ends), ends))


def _greedy(wide: Sequence[float], space: float, room: float, first: float) -> tuple[int, ...]:
    ends, length, limit = [], 0.0, room + first
    for at, word in enumerate(wide):
        if length and length + word - space > limit + 1e-6:
            ends.append(at)
            length, limit = 0.0, room
        length += word
    return tuple(ends)


def _lengths(wide: Sequence[float], space: float, ends: Sequence[int]) -> list[float]:
    return [sum(wide[a:b]) - space for a, b in zip((0, *ends), (*ends, len(wide)), strict=True)]


def _displeases(words: Sequence[str], wide: Sequence[float], space: float, ends: Sequence[int]) -> float:
    lengths = _lengths(wide, space, ends)
    uneven = sum((1 - length / max(lengths)) ** 2 for length in lengths)
    leaning = LEANING * sum(leans(words[end - 1]) or 1 in map(len, words[end - 1 : end + 1]) for end in ends)
    breath = BREATH * sum(words[end - 1].endswith((",", ":", ";", ".", "–")) for end in ends)
    return uneven + leaning - breath + LONELY * _is_lonely(wide, space, ends)


def _is_lonely(wide: Sequence[float], space: float, ends: Sequence[int]) -> bool:
    """Say whether a last word stands alone that is less than half as long as the longest line."""
    lengths = _lengths(wide, space, ends)
    return bool(ends) and ends[-1] == len(wide) - 1 and lengths[-1] < max(lengths) / 2


def _end_lines(entry: Element, words: Sequence[str], ends: Sequence[int]) -> None:
    """End the lines of an entry, behind whose text dots go on to the number: narrower it would end those too."""
    if len(entry):
        return
    lines = [" ".join(words[a:b]) for a, b in zip((0, *ends), (*ends, len(words)), strict=True)]
    entry.text = f"{lines[0]} "
    for line in lines[1:]:
        end = Element("br")
        end.tail = line if line is lines[-1] else f"{line} "
        entry.append(end)


def _found(around: Element, listed: bool = False) -> Iterator[Element]:
    """Yield headings and captions as wide as the page, and the entries of the contents."""
    for element in around:
        if element.tag in SIZES and (element.tag != "li" or listed):
            yield element
        elif element.tag in AROUND and not NARROWER & set(element.get("class", "").split()):
            yield from _found(element, listed or element.get("class") == "contents")


@cache
def _sizes(style_sheets: tuple[str, ...]) -> dict[str, float]:
    """Return the sizes in pt that an edition's style sheets give to text and headings, the last one first."""
    sheets = (Path(styles_folder() / name).read_text(encoding="utf-8") for name in style_sheets)
    return {name: float(size) for sheet in sheets for name, size in _TOKEN.findall(sheet)}
