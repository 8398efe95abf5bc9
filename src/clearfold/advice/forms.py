"""What is told of advice: on the terminal, and the same for programs."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from clearfold.advice.advice import Advice
from clearfold.advice.rules import RULES, Section
from clearfold.model.messages import counted, message, told

FORMS = ("text", "json")


def to_text(advised: Sequence[tuple[Path, Sequence[Advice]]]) -> str:
    """Write the advice on copies for people: each copy by the sections of the table, then how many there are."""
    parts = [part for path, found in advised for part in _of_copy(path, found)]
    return "\n".join(parts)


def to_json(told: Sequence[tuple[Path, Sequence[Advice]]]) -> str:
    """Write the advice on copies as JSON: an object for each copy, with its advice in the order of places."""
    copies = [{"source": str(path), "advice": [_object(one) for one in found]} for path, found in told]
    return json.dumps({"copies": copies}, ensure_ascii=False, indent=2)


def count(found: int) -> str:
    """Return how many pieces of advice there are, in words."""
    return counted(found, "{count} piece of advice", "{count} pieces of advice") if found else message("no advice")


def _of_copy(path: Path, found: Sequence[Advice]) -> Iterator[str]:
    for section in Section:
        own = [one for one in found if RULES[one.code].section is section]
        if own:
            yield f"{path}: {told(message(section)).lower()}"
        for one in own:
            yield f"  {one.place}: {one.code}: {told(one.fact)}\n    {told(one.proposal)}"
    yield f"{path}: {told(count(len(found)))}"


def _object(one: Advice) -> dict[str, str | int]:
    rule = RULES[one.code]
    return {
        "code": one.code,
        "section": str(rule.section),
        "sureness": str(rule.sureness),
        "file": str(one.place.path),
        "line": one.place.line,
        "column": one.place.column,
        "said": one.said,
        "fact": one.fact,
        "proposal": one.proposal,
        "why": rule.why,
        "by": str(rule.by),
    }
