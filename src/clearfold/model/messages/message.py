"""A message: English words, and all that is needed for telling them in another language."""

from collections.abc import Iterable, Mapping
from string import Formatter
from typing import overload

from clearfold.model.messages.language import ENGLISH
from clearfold.model.messages.speaking import current
from clearfold.model.messages.words import words_of


class Message(str):
    """English words, which are this text, with the key and the values by which they are told in other languages.

    It is compared, sorted, written as JSON and sent to another process as the text that it is. Cutting it, or putting
    it into another text, leaves the English words alone: such texts are made with ``message`` and ``joined``.
    """

    __slots__ = ("key", "number", "pattern", "values")

    key: str
    """The English words by which a translation is found."""
    pattern: str
    """The English words with their fields: the key, or what it is in the plural."""
    values: Mapping[str, object] | None
    """What goes into the fields; None where the words have no fields, and braces are braces."""
    number: int | None
    """What the grammatical number depends on, None for nothing."""

    def __new__(
        cls, key: str, values: Mapping[str, object] | None = None, pattern: str = "", number: int | None = None
    ) -> "Message":
        """Make one; raises KeyError for a field that is not given."""
        pattern = pattern or key
        known = None if values is None else {name: _kept(value) for name, value in values.items()}
        one = super().__new__(cls, pattern if known is None else pattern.format(**known))
        one.key, one.pattern, one.values, one.number = key, pattern, known, number
        return one

    def __reduce__(self) -> tuple[type["Message"], tuple[str, Mapping[str, object] | None, str, int | None]]:
        """Go from one process to another whole."""
        return Message, (self.key, self.values, self.pattern, self.number)


def message(english: str, /, **values: object) -> Message:
    """Mark words as said to people; with values, they stand in its {fields}, and a brace is written twice.

    A value is a number, a message, or what is written alike in every language: names, paths, words of a copy.
    """
    return Message(english, values or None)


def counted(number: int, one: str, many: str, /, **values: object) -> Message:
    """Mark words that depend on a number; the number itself is the field {count}, which ``one`` may leave out."""
    return Message(one, {"count": number, **values}, one if number == 1 else many, number)


def joined(between: str, parts: Iterable[str]) -> Message:
    """Put messages, or texts, one behind the other, with what stands between them in every language."""
    values = {f"part{number}": part for number, part in enumerate(parts)}
    return Message(between.replace("{", "{{").replace("}", "}}").join(f"{{{name}}}" for name in values), values)


@overload
def told(words: str) -> str: ...
@overload
def told(words: BaseException) -> str: ...
@overload
def told(words: object) -> object: ...
def told(words: object) -> object:
    """Return words in the language that is spoken: a message, or that of an error; any other thing as it is.

    Words that are not translated are told in English, around values that may be.
    """
    if isinstance(words, BaseException):
        words = _kept(words)
    language = current()
    return words if language == ENGLISH or not isinstance(words, Message) else _told(words, language)


def _told(words: Message, language: str) -> str:
    pattern = words_of(language).of(words.key, words.number) or words.pattern
    return pattern if words.values is None else _FORMATTERS[language].vformat(pattern, (), words.values)


def _kept(value: object) -> object:
    """Return what a message keeps of a value: nothing that another process may lack, or that may change."""
    if isinstance(value, BaseException):
        value = value.args[0] if value.args and isinstance(value.args[0], Message) else str(value)
    return value if isinstance(value, (Message, int, float)) else str(value)


class _Formatter(Formatter):
    """Fills the fields of a translated message: messages in them are translated too, numbers written as people do."""

    def __init__(self, language: str, thousands: str) -> None:
        self.language = language
        self.signs = str.maketrans({",": thousands, ".": ","})

    def format_field(self, value: object, format_spec: str) -> str:
        """Return a value as it stands in the text."""
        if isinstance(value, Message):
            return format(_told(value, self.language), format_spec)
        written = format(value, format_spec)
        return written.translate(self.signs) if isinstance(value, (int, float)) else written


_FORMATTERS = {
    language: _Formatter(language, thousands)
    for language, thousands in (("nl", "."), ("fr", "\N{NARROW NO-BREAK SPACE}"), ("de", "."))
}
