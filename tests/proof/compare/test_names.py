"""What is a name: a medicine's by its ending, a person's by how the copy writes it elsewhere."""

import pytest

from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.compare.harm import critical
from clearfold.proof.compare.names import is_medicine, names_of

MEDICINES = (
    "rituximab tisagenlecleucel simvastatine Atorvastatin metoprolol lisinopril oméprazole Omeprazol amoxicilline "
    "clarithromycine diazepam apixaban enoxaparine héparine ondansetron imatinib lidocaïne ibuprofène methotrexaat "
    "prednison etanercept paracetamol salmeterol cisplatine metformine clopidogrel cefuroxim rituximab-infuus "
    "hypoglykemie hypertension"
)
WORDS = (
    "cel kankercel recept concept cholesterol april thermostaat sleutel servir américaine marocaine magazine "
    "hypothese hyperlink Platine profil chalet weefsel minimode shoreline T-cellen"
)


@pytest.mark.parametrize("word", MEDICINES.split())
def test_ending_of_a_medicine_is_known(word: str) -> None:
    """A medicine's name is one in each language that writes it, small or with a capital, in a compound too."""
    assert is_medicine(word)


@pytest.mark.parametrize("word", WORDS.split())
def test_other_word_with_such_an_ending_is_none(word: str) -> None:
    """A word that only sounds like a medicine is none."""
    assert not is_medicine(word)


def _copy(*texts: str, lang: str = "nl", authors: str = "") -> Transcript:
    blocks = tuple(Block(Kind.PARAGRAPH, text) for text in texts)
    return Transcript(blocks, lang, facts=(("authors", authors),) if authors else ())


def test_name_in_mid_sentence_is_one_at_a_sentences_start() -> None:
    """A word with a capital in mid-sentence is a name; one that is written small as well is not."""
    assert frozenset({"peeters"}) == names_of(
        _copy("Bel dokter Peeters. De Bel rinkelt.", "Zij zegt: wij horen de bel.")
    )


def test_author_is_a_name() -> None:
    """The words of an author's name are names, wherever they stand in the copy."""
    assert frozenset({"ann", "janssens"}) == names_of(_copy("Zij zegt dit.", authors="Ann Janssens"))


def test_publisher_is_a_name() -> None:
    """The first word of the publisher's name is one too."""
    assert frozenset({"zonnebloem"}) == names_of(Transcript((Block(Kind.PUBLISHER, "Zonnebloem vzw"),), "nl"))


def test_word_before_a_name_is_one() -> None:
    """A first name is one, a word with a stop before the next capital is none; in German any noun has a capital."""
    assert frozenset({"ann", "peeters"}) == names_of(_copy("Ann Peeters komt. Goed. Beter."))
    assert frozenset({"blätter"}) == names_of(_copy("Große Blätter fallen.", lang="de"))


def test_name_at_the_start_is_told() -> None:
    """A known name counts where it begins a sentence; another word there does not."""
    assert ["peeters"] == critical("Peeters belt", "nl", names=frozenset({"peeters"}))
    assert [] == critical("Iedereen belt", "nl", names=frozenset({"peeters"}))


def test_medicine_is_told() -> None:
    """A medicine's name that is written small counts."""
    assert ["rituximab"] == critical("en zijn rituximab, of anders", "nl")


def test_signs_of_markdown_are_no_part_of_a_name() -> None:
    """A name that another program leaves between the copy's signs is the same name."""
    assert ["cca"] == critical("*[CCA]:", "nl", names=frozenset({"cca"}))
