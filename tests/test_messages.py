"""What Clearfold says to people can be said in each of its languages."""

import pickle
import re
from collections.abc import Iterator
from string import Formatter

import pytest

from clearfold.model.messages import Message, counted, joined, message, speaking, spoken, told
from clearfold.model.messages.words import words_of
from tests.alike import ALIKE, EXAMPLES_ALIKE
from tests.messages import DOMAINS, OTHERS, PACKAGE, read, written

_FIELD, _LETTERS = re.compile(r"\{[^}]*\}|\bmm\b"), re.compile(r"[A-Za-z]{2}")
SIGNS = "\n`[]<>{}|"
_PERCENT = re.compile(r"%(?:\(\w+\))?[sr]")  # argparse's fields, in the order in which it fills them


def _entries(language: str) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Yield what is translated: a part of the program, the English forms, and the translated ones."""
    for domain in DOMAINS:
        for one in read(language, domain):
            english, forms = (tuple(map(str, (x,) if isinstance(x, str) else x or ())) for x in (one.id, one.string))
            if one.id and any(forms):
                yield domain, english, forms


def _fields(text: str) -> list[str]:
    """Return the fields of a text in the order of their names; of one that has braces of its own, those."""
    own = _PERCENT.findall(text)
    try:
        return own + sorted(f"{name}:{spec}" for _, name, spec, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return own + sorted(sign for sign in text if sign in "{}")


@pytest.mark.parametrize("language", OTHERS)
def test_files_hold_what_is_told_today(language: str) -> None:
    """Each message stands in the files of each language; “python -m tests.messages” puts it there."""
    assert [] == [path.name for path, data in written(language).items() if path.read_bytes() != data]


@pytest.mark.parametrize("language", OTHERS)
def test_fields_are_those_of_the_english_words(language: str) -> None:
    """A translation has the fields of the English words, in whatever order, and signs in braces as they stand."""
    entries = [entry for entry in _entries(language) if entry[0] != "examples"]
    assert [] == [
        form for _, english, forms in entries for form in forms if _fields(form) not in list(map(_fields, english))
    ]


@pytest.mark.parametrize("language", OTHERS)
def test_examples_keep_the_signs_of_a_copy(language: str) -> None:
    """An example has no fields: what stands in its braces and brackets is written, and as often in each language."""
    signs = ((english[0], forms[0]) for domain, english, forms in _entries(language) if domain == "examples")
    assert [] == [form for english, form in signs if any(english.count(sign) != form.count(sign) for sign in SIGNS)]


@pytest.mark.parametrize("language", OTHERS)
def test_files_are_read_as_babel_reads_them(language: str) -> None:
    """The program reads its files itself, which is faster, and finds in them what Babel does."""
    theirs = {english[0]: forms for _, english, forms in _entries(language)}
    ours = {key: forms for key, forms in words_of(language).forms.items() if any(forms)}
    assert theirs == ours


def test_message_is_the_english_text() -> None:
    """For programs, and in what is compared and sorted, a message is its English words."""
    assert message("page {number} of {file}", number=3, file="a.pdf") == "page 3 of a.pdf"


def test_message_goes_to_another_process_whole() -> None:
    """A message that was sent on has what it can be translated by."""
    sent = pickle.loads(pickle.dumps(counted(2, "one page", "{count} pages")))
    assert ("one page", "{count} pages", 2, "2 pages") == (sent.key, sent.pattern, sent.number, str(sent))


def test_braces_of_words_without_fields_stay() -> None:
    """Words without values are no pattern: their braces are signs of a copy."""
    assert "write [text]{lang=en}" == message("write [text]{lang=en}")


def test_joined_keeps_messages() -> None:
    """What is put together of messages is one of which each part can be told."""
    one = joined("; ", [message("text is missing"), "{x}"])
    assert ("text is missing; {x}", True) == (one, isinstance((one.values or {})["part0"], Message))


@pytest.mark.parametrize(
    ("language", "written_as"), [("en", "1234.5 mm"), ("nl", "1234,5 mm"), ("fr", "1234,5 mm"), ("de", "1234,5 mm")]
)
def test_numbers_are_written_as_people_write_them(language: str, written_as: str) -> None:
    """A number in a message has the decimal sign of the language."""
    with speaking(language):
        assert written_as == told(message("{size:.1f} mm", size=1234.5))


def test_english_stands_where_a_word_is_not_translated() -> None:
    """A message that no file has is told in English, around what can be translated in it."""
    with speaking("fr"):
        assert "never said: 2,5" == told(message("never said: {what}", what=message("{n:.1f}", n=2.5)))


def test_error_is_told_by_its_message() -> None:
    """An error that was raised with a message is told like the message."""
    with speaking("nl"):
        assert "0,5" == told(ValueError(message("{n}", n=0.5)))


@pytest.mark.parametrize(
    ("name", "language"),
    [("nl_BE.UTF-8", "nl"), ("fr-BE", "fr"), ("de", "de"), ("en_GB", "en"), ("C.UTF-8", None), ("it", None)],
)
def test_language_of_a_locale(name: str, language: str | None) -> None:
    """A tag or a locale means the language of the program that it begins with, or none."""
    assert language == spoken(name)


def test_no_other_language_is_spoken() -> None:
    """Words are told in a language of the program alone."""
    with pytest.raises(ValueError, match="none of"), speaking("it"):
        pass


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated(language: str, domain: str) -> None:
    """Each message has its words in each language, all of its grammatical numbers included."""
    every = [(one.id, (one.string,) if isinstance(one.string, str) else one.string) for one in read(language, domain)]
    assert [] == [english for english, forms in every if english and not all(forms or ("",))]


@pytest.mark.parametrize("language", OTHERS)
def test_translation_is_no_copy_of_the_english_words(language: str) -> None:
    """Words that stand in a file as they are in English are those that the language has too."""
    alone = ((english[0], forms[0]) for _, english, forms in _entries(language))
    same = {english for english, form in alone if english == form and _LETTERS.search(_FIELD.sub("", english))}
    assert set() == same - ALIKE[language] - EXAMPLES_ALIKE


def test_every_room_with_messages_is_translated() -> None:
    """A room whose words are marked stands among those that are read for them; the studio has a file of its own."""
    marked = re.compile(r"\b(?:message|counted|wording)\(\s*[\"']")
    rooms = (path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "studio")
    speaking = {
        name for name in rooms if any(marked.search(p.read_text("utf-8")) for p in (PACKAGE / name).rglob("*.py"))
    }
    assert set() == speaking - {name for names in DOMAINS.values() for name in names}


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_says_itself_twice(language: str) -> None:
    """Two branches that translate the same leave no words that stand there once more right behind their end."""
    twice = re.compile(r"(.{20,}?)\1+", re.DOTALL)
    assert [] == [form for _, _, forms in _entries(language) for form in forms if twice.fullmatch(form)]
