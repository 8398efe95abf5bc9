"""What is told of languages names the words that have another, and no others."""

from clearfold.model.transcript import Block, Kind, Span, Transcript
from clearfold.proof.checks.text.structure import structure
from clearfold.proof.compare.stream import Reading, lay_beside
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import Finding

WORDS = "Het veld heet milpa in Mexico"


def test_word_of_another_language_is_told_apart_from_its_block() -> None:
    """Where a whole block has no language, its words in another are told by themselves, none of them cut."""
    low = WORDS.index("milpa")
    copy = Transcript((Block(Kind.PARAGRAPH, WORDS, lang="nl", spans=(Span(low, low + 5, lang="es"),)),), "nl")
    found = Reading("reading order", Transcript((Block(Kind.PARAGRAPH, WORDS),)), structured=True)
    told = structure(Evidence(copy, (lay_beside(copy, found, (), str),)))
    assert [("TAG-004", ("Het veld heet",)), ("TAG-004", ("milpa",)), ("TAG-004", ("in Mexico",))] == [
        (one.code, one.shown) for one in told if isinstance(one, Finding)
    ]
