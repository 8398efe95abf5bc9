"""The letters of printed pages: large enough, upright, no lighter than regular, and there."""

from collections.abc import Callable, Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.checks.page.breaches import Breach, owners, told
from clearfold.proof.evidence import Evidence
from clearfold.proof.page.large_print_rules import LEAST_X_HEIGHT, REGULAR
from clearfold.proof.page.page_model import Line, TextState
from clearfold.proof.readers.pdf.fonts.fonts import UNKNOWN

EXACT = 0.005  # mm; an x-height is told in two decimals


def page_type(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find letters that are too small (TYP-001), slanted (TYP-008), too light (TYP-019) or missing (TYP-016)."""
    if evidence.paper is None:
        return
    least = LEAST_X_HEIGHT[evidence.paper.level]
    small = list(
        _words(
            evidence,
            lambda state: 0 < state.x_height < least - EXACT,
            lambda state: message("{x_height:.2f} mm", x_height=state.x_height),
        )
    )
    yield from told(
        "TYP-001",
        small,
        message("the x-height is at least {least} mm in {level} print", least=least, level=evidence.paper.level),
    )
    slanted = list(_words(evidence, lambda state: state.face.slanted or state.slanted, lambda state: state.face.name))
    yield from told("TYP-008", slanted)
    light = list(
        _words(
            evidence,
            lambda state: state.face.weight < REGULAR,
            lambda state: message("weight {weight}", weight=state.face.weight),
        )
    )
    yield from told("TYP-019", light, message("the weight is at least {regular}", regular=REGULAR))
    owner = owners(evidence)
    lines = (line for look in evidence.looks for line in look.lines)
    lacking = [Breach(line.page, word, owner.get(line.number)) for line in lines for word in _without_glyph(line)]
    yield from told("TYP-016", lacking)


def _words(
    evidence: Evidence, wrong: Callable[[TextState], bool], measure: Callable[[TextState], str]
) -> Iterator[Breach]:
    """Yield the words of which some letters are drawn in a way that is wrong; signs and bullets are none."""
    owner = owners(evidence)
    for look in evidence.looks:
        for line in look.lines:
            if not any(wrong(stretch.state) for stretch in line.stretches):
                continue
            for low, high in line.words():
                state = next((state for state in line.inks(low, high) if state.seen and wrong(state)), None)
                if state and any(char.isalnum() for char in line.text[low:high]):
                    yield Breach(line.page, line.text[low:high], owner.get(line.number), measure(state))


def _without_glyph(line: Line) -> Iterator[str]:
    missing = {*line.missing, *(at for at, char in enumerate(line.text) if char == UNKNOWN)}
    for low, high in line.words() if missing else ():
        if not missing.isdisjoint(range(low, high)):
            yield line.text[low:high]
