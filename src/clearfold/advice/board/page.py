"""advice.html: one file of HTML, without script, and without anything that is fetched."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.advice.advice import Advice
from clearfold.advice.advise import Advised
from clearfold.advice.board.criteria import Answer, State, answers
from clearfold.advice.board.lengths import SLOW, USUAL, Lengths, Picture, lengths, picture
from clearfold.advice.languages.plain import PLAIN
from clearfold.advice.rules import RULES, Section
from clearfold.proof.report import page as proof_page

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "jinja"
_LONGEST = 5  # sentences that are shown in their words
_SIGNS = {
    State.MET: ("✓", "good"),
    State.MISSING: ("✗", "bad"),
    State.MEANT: ("–", "open"),
    State.PERSON: ("?", "warn"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One leaflet on the page."""

    title: str
    lang: str
    path: str
    version: str
    criteria: tuple[tuple[Section, tuple[Answer, ...]], ...]
    counts: tuple[tuple[State, int], ...]
    advice: tuple[tuple[Section, tuple[Advice, ...]], ...]
    lengths: Lengths
    picture: Picture
    most: int
    longest: tuple[str, ...]
    since: "Since | None"


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since an earlier copy: its path and lengths, advice that went, and advice that came."""

    path: str
    lengths: Lengths
    gone: tuple[Advice, ...]
    new: tuple[Advice, ...]


def to_html(advised: Sequence[Advised], before: Advised | None = None) -> str:
    """Write the page of some leaflets; ``before`` is an earlier copy of the first, with which it is compared."""
    shown = [_shown(one, before if at == 0 else None) for at, one in enumerate(advised)]
    template = _environment().get_template("advice.html.j2")
    return template.render(leaflets=shown, rules=RULES, signs=_SIGNS, slow=SLOW, usual=USUAL)


def _shown(advised: Advised, before: Advised | None) -> Shown:
    reading = advised.reading
    criteria = tuple(answers(advised))
    states = [answer.state for _, found in criteria for answer in found]
    own = lengths(reading)
    most = PLAIN[reading.lang].words if reading.lang in PLAIN else 20
    longest = sorted(own.sentences, key=lambda one: -one.words)[:_LONGEST]
    return Shown(
        reading.transcript.title,
        reading.transcript.lang,
        str(reading.source.path),
        reading.front.text("version"),
        criteria,
        tuple((state, states.count(state)) for state in State),
        tuple(_by_section(advised.advice)),
        own,
        picture(own.sentences, most),
        most,
        tuple(one.text for one in longest if one.words > most),
        _since(advised, before) if before else None,
    )


def _by_section(found: Sequence[Advice]) -> Iterator[tuple[Section, tuple[Advice, ...]]]:
    order = list(Section)
    told = sorted(found, key=lambda one: order.index(RULES[one.code].section))
    for section, own in groupby(told, key=lambda one: RULES[one.code].section):
        yield section, tuple(own)


def _since(advised: Advised, before: Advised) -> Since:
    """Compare by codes and words: places move when a text is changed."""
    now, then = ({(one.code, one.said): one for one in both.advice} for both in (advised, before))
    gone = tuple(one for key, one in then.items() if key not in now)
    new = tuple(one for key, one in now.items() if key not in then)
    return Since(str(before.reading.source.path), lengths(before.reading), gone, new)


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    # The looks are those of the proof's page.
    loader = FileSystemLoader([TEMPLATES, proof_page.TEMPLATES])
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
