"""The report as a page for editors: each edition at a glance, then each finding beside a picture of its place.

One file of HTML, without script, without anything that is fetched. The same files give the same page, byte for byte.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import current, message, told
from clearfold.proof.findings.rules import RULES
from clearfold.proof.report import wording
from clearfold.proof.report.braille import embossed
from clearfold.proof.report.cards import card
from clearfold.proof.report.exhibit import Exhibit, told_path, told_place
from clearfold.proof.report.families import FAMILIES
from clearfold.proof.report.results import sentence
from clearfold.proof.report.showing import Cause, show

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "jinja"


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that matter alike, by cause; ``count`` are all of them."""

    name: str
    about: str
    count: int
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A warning about the copy itself."""

    place: str
    fact: str
    hint: str


def to_html(exhibits: Sequence[Exhibit], remarks: Sequence[Diagnostic] = (), kept: Sequence[str] = ()) -> str:
    """Write the page in the language that is spoken.

    ``remarks`` are warnings about the copy, ``kept`` files of the set that were not read again.
    """
    shown, rest = show(exhibits)
    cards = tuple(card(exhibit) for exhibit in exhibits)
    return (
        _environment()
        .get_template("proof.html.j2")
        .render(
            words=wording,
            families=[family for family in FAMILIES if any(code.startswith(family.prefix) for code in RULES)],
            copies=tuple(dict.fromkeys((e.title, e.lang, told_path(e.source.path)) for e in exhibits)),
            cards=cards,
            editions=all(exhibit.report.edition for exhibit in exhibits),
            language=current(),
            sentence=sentence,
            proven=sum(one.proven for one in cards),
            groups=tuple(_groups(shown)),
            rest=rest,
            embossed=embossed(exhibits),
            remarks=tuple(_remark(diagnostic) for diagnostic in remarks),
            kept=kept,
            witnesses=any(exhibit.report.verdicts for exhibit in exhibits),
        )
    )


def _groups(shown: Sequence[Cause]) -> Iterator[Group]:
    for value, found in groupby(shown, key=lambda one: one.first.rank):
        causes = tuple(found)
        yield Group(*wording.GROUPS[value], sum(1 + len(one.others) for one in causes), causes)


def _remark(diagnostic: Diagnostic) -> Remark:
    at = diagnostic.location
    return Remark(told_place(at), sentence(diagnostic.fact), sentence(diagnostic.hint))


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(TEMPLATES)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=told
    )
    environment.globals["message"] = message
    return environment
