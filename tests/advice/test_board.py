"""The page for the editorial board: criteria one by one, lengths, and no verdict."""

import re
from pathlib import Path

import pytest

from clearfold.advice import Advised, advise
from clearfold.advice.board.criteria import CRITERIA, State, answers
from clearfold.advice.board.lengths import lengths
from clearfold.advice.board.page import to_html
from clearfold.advice.rules import RULES
from clearfold.model.source import parse_source
from tests.advice.copies import TODAY, WHOLE


def _advised(text: str, front: str = WHOLE) -> Advised:
    copy = f"---\ntitle: Tea & more\nlang: en\n{front}---\n\n{text}\n"
    return advise(parse_source(Path("content/tea/en.md"), copy.encode()), TODAY)


def _states(advised: Advised) -> dict[str, State]:
    return {answer.criterion.asked: answer.state for _, found in answers(advised) for answer in found}


def test_every_criterion_asks_for_advice_that_there_is() -> None:
    """No criterion stands on a code that nobody tells."""
    assert set() == {code for _, found in CRITERIA for one in found for code in one.codes} - set(RULES)


@pytest.mark.parametrize(
    ("front", "state"),
    [
        (WHOLE, State.MET),
        (WHOLE.replace("testers: Four people who drink tea\n", ""), State.MISSING),
        (
            WHOLE.replace("testers: Four people who drink tea\n", "# advice: off ADV-036, because in May\n"),
            State.MEANT,
        ),
    ],
)
def test_criterion_is_met_missing_or_meant(front: str, state: State) -> None:
    """What the front matter says decides, and a note says why it does not say it."""
    assert state is _states(_advised("Drink.", front))["Readers have tried it"]


def test_what_only_people_see_is_left_to_them() -> None:
    """No program says that a tone respects its reader."""
    assert State.PERSON is _states(_advised("Drink."))["The tone respects the reader, and frightens nobody"]


def test_lengths_are_those_of_the_text() -> None:
    """Words and sentences are counted in the text alone, without its headings."""
    found = lengths(_advised("## Tea\n\nDrink tea. Drink one more cup of it.").reading)
    assert ([2, 6], 4.0, 0) == ([one.words for one in found.sentences], found.mean, found.over(15))


def test_page_fetches_nothing() -> None:
    """One file holds all that it needs, and runs nothing."""
    page = to_html([_advised("Take 500mg. [Here](https://example.org) is more.")])
    assert [] == re.findall(r"<script|<link|\ssrc=|url\(|@import", page)


def test_page_shows_words_of_the_copy_as_words() -> None:
    """What a copy says is no markup of the page."""
    page = to_html([_advised("Take 500mg &lt;b&gt;.")])
    assert "Tea &amp; more" in page
    assert "<b>" not in page


def test_page_says_what_changed() -> None:
    """Advice that went and advice that came since an earlier copy is named, whatever lines were moved."""
    page = to_html([_advised("One.\n\nTake 20 mg. Take 500mg.")], _advised("Take 500mg. Take 5ml."))
    assert ["Settled: “5ml” has no space between the number and what it counts"] == re.findall(
        r"(?:Settled|New): [^<]*counts", page
    )
