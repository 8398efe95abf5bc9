"""What each code means: of the copy's mistakes, the proof's findings, advice and faults of ours, in one shape."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from string import Formatter

from clearfold.model.copy_rules import COPY_RULES, CopyRule
from clearfold.model.errors import INTERNAL_HINT, UsageError
from clearfold.model.messages import Message, message


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code, what it means, why that matters and what to do; ``where`` says where the lines of the example stand.

    The example of an import is no mistake: how something stands in a file, and how it stands in the copy. ``examples``
    are the wrong and the right lines by language, where each language has its own.
    """

    code: str
    severity: str
    meaning: str
    why: str
    cure: str
    where: str = ""
    wrong: str = ""
    right: str = ""
    examples: Mapping[str, tuple[str, str]] = field(default_factory=dict, kw_only=True)

    @property
    def imported(self) -> bool:
        """Tell whether it is about what an import did."""
        return self.code.startswith("IMP")


def explanations() -> Mapping[str, Explanation]:
    """Return what is known of every code, in the order of the codes."""
    told = (*_of_proof(), *_of_advice(), *_of_imports())
    found = (*map(_of_copy, COPY_RULES.values()), *told, _CHANGED, _MISSING, _UNTRUE, _INTERNAL)
    return {one.code: one for one in sorted(found, key=lambda one: one.code)}


def explain(code: str) -> Explanation:
    """Return what is known of a code, however it is written; raises UsageError for one that there is not."""
    known = explanations()
    match = re.fullmatch(r"([A-Za-z]{3})[-_ ]?([0-9]{1,3})", code.strip())
    name = f"{match[1].upper()}-{int(match[2]):03}" if match else code
    if name not in known:
        raise UsageError(message("there is no code “{code}”; “clearfold explain” lists them all", code=code))
    return known[name]


_INTERNAL = Explanation(
    "INT-001",
    "error",
    message("a fault of Clearfold's own"),
    message("Nothing can be told of the copy or the file where our own work has failed."),
    INTERNAL_HINT,
)

_CHANGED = Explanation(
    "CON-020",
    "warning",
    message("the copy has changed since the file was made"),
    message("The file says what the copy said then, and not what it says now."),
    message("build again"),
    "",
    message("the copy was changed after the file was made"),
    message("the file was made from the copy as it is"),
)


_MISSING = Explanation(
    "CON-021",
    "error",
    message("a file that the manifest names is not there"),
    message("Who takes the set as it is has not all of it."),
    message("build again"),
    "",
    message("the manifest names leaflet-en.epub, and the folder has none"),
    message("each file that the manifest names stands beside it"),
)
_UNTRUE = Explanation(
    "CON-022",
    "error",
    message("the manifest does not say what is so"),
    message("Who goes by its sums, pages and claims takes one file for another."),
    message("build again; files that were changed by hand are not published"),
    "",
    message("the SHA-256 of another file"),
    message("the SHA-256, size, pages and claims of the file beside it"),
)


def _of_copy(rule: CopyRule) -> Explanation:
    first = next(iter(rule.wordings.values()))
    cure = message(rule.cure) if rule.cure else _general(first.hint)
    meaning, where = message(rule.about.removeprefix("warning: ")), message(str(rule.where))
    example = message(rule.wrong), message(rule.right)
    return Explanation(rule.code, str(rule.severity), meaning, message(rule.why), cure, where, *example)


def _general(words: str) -> Message:
    """Return words with an ellipsis in the place of what is known of one place alone."""
    return Message(words, {field: "…" for _, field, _, _ in Formatter().parse(words) if field})


def _of_proof() -> Iterator[Explanation]:
    from clearfold.proof.findings.examples import EXAMPLES, WHY
    from clearfold.proof.findings.rules import RULES

    for code, rule in RULES.items():
        example = map(message, EXAMPLES.get(code, ("", "")))
        cure = message(rule.hint) if rule.hint else message("build again")
        yield Explanation(code, str(rule.severity), message(rule.fact), message(WHY[code[:3]]), cure, "", *example)


def _of_imports() -> Iterator[Explanation]:
    from clearfold.importers.examples import EXAMPLES
    from clearfold.importers.rules import CURES, RULES

    for code, rule in RULES.items():
        example = EXAMPLES[code]
        # Where a fact is all that is known of one place, its meaning has words of its own.
        meaning = message(rule.meaning) if rule.fact == "{name}" else _general(rule.fact)
        cure = _general(rule.advice) if rule.advice else message(CURES[rule.section])
        shown = map(message, (example.file, example.copy))
        yield Explanation(code, rule.kind, meaning, message(example.why), cure, "", *shown)


def _of_advice() -> Iterator[Explanation]:
    """Yield the advice, each with its example in every language."""
    from clearfold.advice.rules import RULES, shown

    for code, rule in RULES.items():
        why = message(
            "{why} Advised by: {by}. This advice is {sureness}.",
            why=message(rule.why),
            by=rule.by,
            sureness=message(str(rule.sureness)),
        )
        examples = {lang: (shown(one.wrong), shown(one.right)) for lang, one in rule.examples.items()}
        wrong, right = ("\n".join(f"[{lang}] {pair[at]}" for lang, pair in examples.items()) for at in (0, 1))
        cure = message(rule.cure) if rule.cure else _general(rule.proposal)
        yield Explanation(
            code, "advice", message(rule.what), why, cure, message(str(rule.where)), wrong, right, examples=examples
        )
