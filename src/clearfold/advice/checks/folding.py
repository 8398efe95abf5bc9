"""Words without what their forms change: enough to find one again, and no more."""

import unicodedata


def folded(text: str) -> str:
    """Return a text in small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def stem(word: str) -> str:
    """Return how a word begins in all its forms, as far as that can be told without a dictionary."""
    plain = folded(word)
    return plain[: max(4, len(plain) - 3)] if len(plain) > 4 else plain
