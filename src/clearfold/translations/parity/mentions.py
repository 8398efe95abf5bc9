"""Medicines, codes, dates, telephone numbers and addresses that one language alone names."""

from collections import Counter
from collections.abc import Iterator, Sequence

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic
from clearfold.translations.parity.sides import Sides
from clearfold.translations.reading.medicines import names
from clearfold.translations.reading.references import link
from clearfold.translations.sections import Beside, Part, Told


def named(sides: Sides, part: Part, pairs: Sequence[Beside]) -> Iterator[Diagnostic]:
    """Tell of the medicines and codes of a section that the other side does not name."""
    everything = ["\n".join(one.block.text for one in side) for side in (part.source, part.here)]
    for ours, other, missing in ((True, everything[1], "missing"), (False, everything[0], "extra")):
        told: set[str] = set()
        for pair in pairs:
            for one in pair.source if ours else pair.here:
                codes = {code: code for code in one.references.codes}
                for name, written in (*one.medicines.items(), *codes.items()):
                    if name in told or (name in codes and _has_code(other, name)) or names(other, name):
                        continue
                    told.add(name)
                    at = sides.at([pair, *pairs]) if ours else one.block.location or sides.at(pairs)
                    if missing == "missing":
                        yield mistake("TRL-025", at, "missing", there=written, source=sides.there(one.block))
                    else:
                        yield mistake("TRL-025", at, "extra", here=written, source=sides.source.path.name)


def _has_code(text: str, code: str) -> bool:
    return code in text.replace("-", "").upper()


def referred(sides: Sides, pairs: Sequence[Beside]) -> Iterator[Diagnostic]:
    """Tell of dates, telephone numbers, e-mail addresses and links that only one side has."""
    ours, theirs = (
        [(one, *ref) for pair in pairs for one in (pair.source if source else pair.here) for ref in _told(one)]
        for source in (True, False)
    )
    for mine, others, missing in ((ours, theirs, True), (theirs, ours, False)):
        counted = Counter((kind, value) for _, kind, value in others)
        for one, kind, value in mine:
            counted[kind, value] -= 1
            if counted[kind, value] >= 0:
                continue
            pair = next(pair for pair in pairs if one in (pair.source if missing else pair.here))
            at = sides.at([pair, *pairs]) if missing else one.block.location or sides.at(pairs)
            where = sides.there(one.block) if missing else sides.source.path.name
            match kind, missing:
                case "date", True:
                    yield mistake("TRL-026", at, "missing", there=value, source=where)
                case "date", False:
                    yield mistake("TRL-026", at, "extra", here=value, source=where)
                case _, True:
                    yield mistake("TRL-027", at, "missing", there=value, source=where)
                case _:
                    yield mistake("TRL-027", at, "extra", here=value, source=where)


def _told(one: Told) -> Iterator[tuple[str, str]]:
    found = one.references
    yield from (("date", day) for day in found.dates)
    yield from (("phone", number) for number in found.phones)
    yield from (("mail", address) for address in found.mails)
    yield from (("link", address) for span in one.block.spans if (address := link(span.link)))
