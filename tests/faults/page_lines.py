"""Faults in the lines of a finished PDF's paragraphs: leading, length, alignment, words cut at their ends, columns."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from random import Random

from tests.faults.drawn import Drawn
from tests.faults.fault import fault
from tests.faults.page import Change, Hit, drawn_one, edge, flat, putting, set_lines
from tests.faults.page_breaks import room, text_on
from tests.faults.page_faces import say
from tests.faults.shown import Glyph, Line

Rows = list[list[Glyph]]
Cutter = Callable[[list[Glyph], float], Rows]
"""Cuts a word in two where its first part fits in a room, in thousandths of the type size; no rows: it does not."""
SOFT = "\u00ad"


def _closer(lines: list[Line], leading: float) -> None:
    for index, line in enumerate(lines):
        line.move(0, lines[0].y - index * leading * lines[0].shows[0].points - line.y)


def _tight(drawn: Drawn, random: Random) -> Hit | None:
    found = drawn_one(drawn, random, "P", least=4)
    if found is None:
        return None
    _closer(found[1], 1.1)
    return found[0], found[1][0].page


def _all_tight(drawn: Drawn, _random: Random) -> Hit | None:
    for _, lines in set_lines(drawn, "P", least=2) + set_lines(drawn, "LBody", least=2):
        _closer(lines, 1.1)
    return "", -1


def _over_above(drawn: Drawn, random: Random) -> Hit | None:
    """Move one line of a paragraph up, half over the line above it."""
    found = drawn_one(drawn, random, "P", least=4)
    if found is None:
        return None
    words, lines = found
    line = random.choice(lines[1:])
    line.move(0, 0.8 * line.shows[0].points)
    return words, line.page


def _over_next(drawn: Drawn, random: Random) -> Hit | None:
    """Move a paragraph down, over the first lines of what follows it."""
    found = set_lines(drawn, "P", least=2)
    pairs = [(a, b) for a, b in pairwise(found) if _follows(a[1], b[1])]
    if not pairs:
        return None
    (one, above), (two, below) = random.choice(pairs)
    for line in above:
        line.move(0, below[0].y - above[-1].y + above[0].shows[0].points / 3)
    return f"{drawn.text(one)}\n{drawn.text(two)}", above[0].page


def _wide(drawn: Drawn, _random: Random) -> Hit | None:
    """Draw every second and third line after the line before, on pages that are three times as wide."""
    for page in range(1, len(drawn.items)):
        wide, _ = drawn.size(page)
        for show in drawn.shows(page):
            if show.artifact and show.x > wide / 2:
                show.move(2 * wide, 0)
    for _, lines in set_lines(drawn, "P", least=2) + set_lines(drawn, "LBody", least=2):
        for index, (one, two) in enumerate(pairwise(lines)):
            if index % 3 < 2:
                two.move(one.right + one.shows[0].points / 4 - two.left, one.y - two.y)
    drawn.resize(lambda width, height: (3 * width, height))
    return "", -1


def _justified(drawn: Drawn, random: Random) -> Hit | None:
    """Widen the spaces of all lines but the last, until each ends where the longest does."""
    found = drawn_one(drawn, random, "P", least=4)
    if found is None:
        return None
    right = edge(drawn)
    for line in found[1][:-1]:
        more = (right - line.right) / max(line.text.strip().count(" "), 1)
        moved = 0.0
        for show in line.shows:
            show.move(moved, 0)
            by = more / show.points * 1000
            show.glyphs = [replace(g, advance=g.advance + by) if g.text == " " else g for g in show.glyphs]
            moved += show.text.count(" ") * more
    return found[0], found[1][0].page


def _aligned(part: float, *kinds: str, least: int = 1) -> Change:
    """Move each line of an element to the right by a part of the room that is left there."""

    def change(drawn: Drawn, random: Random) -> Hit | None:
        right = edge(drawn)
        found = [
            (e, lines)
            for e, lines in set_lines(drawn, *kinds, least=least)
            if all(right - line.right > line.shows[0].points for line in lines) or least > 1
        ]
        if not found:
            return None
        element, lines = random.choice(found)
        for line in lines:
            line.move((right - line.right) * part, 0)
        return drawn.text(element), lines[0].page

    return change


def _text_of(lines: list[Line]) -> list[Glyph]:
    """Return the glyphs of lines that are all of one font and size, with spaces as wide as between words; else none."""
    shows = [show for line in lines for show in line.shows if show.text.strip()]
    glyphs = [glyph for line in lines for show in line.shows for glyph in show.glyphs]
    spaces = [glyph for show in shows for glyph in show.glyphs if glyph.text == " " and glyph.advance > 100]
    if len({(show.font.name, show.size) for show in shows}) != 1 or not spaces:
        return []
    return [spaces[0] if glyph.text == " " else glyph for glyph in glyphs]


def _advance(glyphs: list[Glyph]) -> float:
    return sum(glyph.advance for glyph in glyphs if glyph.text != " ")


def _broken(glyphs: list[Glyph], width: float, cutter: Cutter) -> Rows:
    """Break glyphs at their spaces into lines of at most that width, in thousandths; one word may be cut."""
    rows: Rows = [[]]
    cut = False
    for word in _words(glyphs):
        taken = sum(glyph.advance for glyph in rows[-1])
        if not rows[-1] or taken + _advance(word) <= width:
            rows[-1] += word
            continue
        parts = [] if cut else cutter(word, width - taken)
        if parts:
            cut, word = True, parts[1]
            rows[-1] += parts[0]
        rows.append(word)
    return rows


def _words(glyphs: list[Glyph]) -> Rows:
    words: Rows = [[]]
    for glyph in glyphs:
        words[-1].append(glyph)
        if glyph.text == " ":
            words.append([])
    return [word for word in words if word]


def _put(drawn: Drawn, lines: list[Line], rows: Rows, places: list[tuple[float, float]]) -> None:
    """Show rows of glyphs at places of the page, in the stead of lines of one font."""
    carriers = [next(show for show in line.shows if show.text.strip()) for line in lines]
    for show in (show for line in lines for show in line.shows):
        show.glyphs = []
    items = drawn.items[lines[0].page]
    while len(carriers) < len(rows):
        again = replace(carriers[-1], glyphs=[])
        items.insert(items.index(carriers[-1]) + 1, again)
        carriers.append(again)
    for show, row, (x, y) in zip(carriers, rows, places, strict=False):
        show.glyphs = row
        show.move(x - show.x, y - show.y)


def _split(drawn: Drawn, random: Random, cutter: Cutter) -> tuple[str, list[Line]] | None:
    """Set a paragraph anew, with one word cut at the end of a line."""
    found = [(e, lines) for e, lines in set_lines(drawn, "P", least=3) if flat(e)]
    random.shuffle(found)
    for element, lines in found:
        glyphs, left, gap = _text_of(lines), lines[0].left, lines[0].y - lines[1].y
        widest = (edge(drawn) - left) / lines[0].shows[0].points * 1000
        most = len(lines) + int(max(0.0, _room_under(drawn, lines[-1])) / gap)
        for part in range(100, 70, -2):
            rows = _broken(glyphs, widest * part / 100, cutter) if glyphs else []
            cut = any(row[-1].text != " " for row in rows[:-1])
            if cut and len(rows) <= most:
                _put(drawn, lines, rows, [(left, lines[0].y - gap * n) for n in range(len(rows))])
                return drawn.text(element), lines
    return None


def _bare(word: list[Glyph], room: float) -> Rows:
    """Cut a word where nothing tells that it goes on."""
    letters = len("".join(glyph.text for glyph in word).strip(" .,?"))
    fits = [n for n in range(3, letters - 2) if _advance(word[:n]) <= room]
    whole = any(glyph.text in "-\u2011" for glyph in word)
    return [word[: fits[-1]], word[fits[-1] :]] if letters > 6 and fits and not whole else []


def _compound(word: list[Glyph], room: float) -> Rows:
    """Cut a compound after its hyphen."""
    at = next((i + 1 for i, glyph in enumerate(word[:-2]) if glyph.text in "-\u2011" and i), 0)
    return [word[:at], word[at:]] if at and _advance(word[:at]) <= room else []


def _cut(cutter: Cutter) -> Change:
    def change(drawn: Drawn, random: Random) -> Hit | None:
        found = _split(drawn, random, cutter)
        return None if found is None else (found[0], found[1][0].page)

    return change


def _hyphened(drawn: Drawn, random: Random) -> Hit | None:
    """Cut a word with a hyphen of which the font says that it is a soft one, as programs that hyphenate do."""
    hyphens = next(
        g for page in range(1, len(drawn.items)) for s in drawn.shows(page) for g in s.font.glyphs("-") or ()
    )

    def cutter(word: list[Glyph], room: float) -> Rows:
        rows = _bare(word, room - hyphens.advance)
        return [[*rows[0], replace(hyphens, text=SOFT)], rows[1]] if rows else []

    found = _split(drawn, random, cutter)
    if found is None:
        return None
    words, lines = found
    for show in (show for line in lines for show in line.shows if SOFT in show.text):
        show.glyphs.pop()
        own = show.font.glyphs("-")  # another font may have it at another code
        if own is None:
            return None
        glyph = own[0]
        hyphen = replace(show, glyphs=[replace(glyph, text=SOFT)])
        hyphen.move(show.wide(), 0)
        say(drawn, lines[0].page, hyphen, {glyph.code: SOFT})
        items = drawn.items[lines[0].page]
        items.insert(items.index(show) + 1, hyphen)
    return words, lines[0].page


def _columns(drawn: Drawn, random: Random) -> Hit | None:
    """Set two paragraphs that follow each other side by side, each half as wide."""
    found = [(e, lines) for e, lines in set_lines(drawn, "P", least=3) if flat(e)]
    pairs = [(a, b) for a, b in pairwise(found) if _follows(a[1], b[1])]
    random.shuffle(pairs)
    right = edge(drawn)
    for (one, above), (two, below) in pairs:
        left, points, gap = above[0].left, above[0].shows[0].points, above[0].y - above[1].y
        half = (right - left) / 2
        most = int((above[0].y - below[-1].y + _room_under(drawn, below[-1])) / gap) + 1
        width = (half - points / 2) / points * 1000
        sides = [_broken(_text_of(lines), width, lambda *_: []) for lines in (above, below)]
        if all(sides[0]) and all(sides[1]) and max(map(len, sides)) <= most:
            for lines, rows, x in ((above, sides[0], left), (below, sides[1], left + half)):
                _put(drawn, lines, rows, [(x, above[0].y - gap * n) for n in range(len(rows))])
            return f"{drawn.text(one)}\n{drawn.text(two)}", above[0].page
    return None


def _room_under(drawn: Drawn, line: Line) -> float:
    """Return how much room is left under a line, in points: to what follows, or to the foot of the page."""
    under = [line.y - show.y for show in text_on(drawn, line.page) if show.y < line.y - 1]
    return min(under) - 2 * line.shows[0].points if under else room(drawn, line.page)


def _follows(above: list[Line], below: list[Line]) -> bool:
    """Say whether a paragraph is the next below another."""
    gap = above[0].y - above[1].y
    return above[0].page == below[0].page and 0 < above[-1].y - below[0].y < 2.2 * gap


FAULTS = (
    fault("page", "lines of a paragraph too close", "TYP-002", putting(_tight)),
    fault("page", "all lines too close", "TYP-002", putting(_all_tight)),
    # Nothing but a wider page has room for lines so long.
    fault("page", "lines too long", "TYP-003", putting(_wide), also="TYP-021"),
    fault("page", "paragraph justified", "TYP-004", putting(_justified)),
    fault("page", "paragraph centred", "TYP-004", putting(_aligned(0.5, "P", least=3))),
    fault("page", "paragraph flush right", "TYP-004", putting(_aligned(1.0, "P", least=3))),
    fault("page", "word cut at the end of a line", "TYP-005", putting(_cut(_bare))),
    fault("page", "word hyphenated", "TYP-005", putting(_hyphened)),
    fault("page", "short compound cut", "TYP-005", putting(_cut(_compound))),
    fault("page", "paragraphs side by side", "TYP-006", putting(_columns)),
    fault("page", "line over the line above", "TYP-002", putting(_over_above)),
    fault("page", "paragraph over the next", "TYP-002", putting(_over_next)),
    fault("page", "heading centred", "TYP-004", putting(_aligned(0.5, "H2", "H3"))),
    fault("page", "heading flush right", "TYP-004", putting(_aligned(1.0, "H2", "H3"))),
    fault("page", "caption centred", "TYP-004", putting(_aligned(0.5, "Caption"))),
)
