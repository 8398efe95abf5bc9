"""The advice of which an association wants its final leaflets to be clean."""

from collections.abc import Iterator

from clearfold.advice.advise import Advised
from clearfold.advice.rules import RULES
from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.expect.front_matter import Value

KEY = "must_be_clean"


def unclean(advised: Advised) -> Iterator[Diagnostic]:
    """Yield as errors what a leaflet is not clean of, and codes of publisher.yaml that there are not (SRC-012)."""
    wanted = _wanted(advised)
    for value in wanted:
        if value.text.strip() not in RULES:
            choices = message(
                "{next} to {rules}, listed in docs/advice.md and by “clearfold explain”",
                next=next(iter(RULES)),
                rules=max(RULES),
            )
            yield mistake("SRC-012", value.location, "advice", name=value.text.strip(), choices=choices)
    codes = {value.text.strip() for value in wanted}
    yield from (one.diagnostic() for one in advised.advice if one.code in codes)


def _wanted(advised: Advised) -> tuple[Value, ...]:
    publisher = advised.reading.publisher
    alone = publisher.texts.get(KEY)
    return publisher.lists.get(KEY, ()) or ((alone,) if alone and alone.text.strip() else ())
