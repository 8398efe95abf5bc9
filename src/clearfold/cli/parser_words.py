"""The words of argparse itself, which it asks a function of its own module to translate."""

import argparse

from clearfold.model.messages import message, told

_WORDS = (
    message("usage: "),
    message("positional arguments"),
    message("options"),
    message("show this help message and exit"),
    message("show program's version number and exit"),
    message("%(prog)s: error: %(message)s\n"),
    message("argument %(argument_name)s: %(message)s"),
    message("unrecognized arguments: %s"),
    message("not allowed with argument %s"),
    message("ignored explicit argument %r"),
    message("the following arguments are required: %s"),
    message("one of the arguments %s is required"),
    message("expected one argument"),
    message("expected at least one argument"),
    message("expected at most one argument"),
    message("ambiguous option: %(option)s could match %(matches)s"),
    message("invalid %(type)s value: %(value)r"),
    message("invalid choice: %(value)r (choose from %(choices)s)"),
)
"""What people meet of them; Python 3.11 to 3.14 have the same."""


def speak_for_argparse() -> None:
    """Have argparse tell its own words in the language that is spoken; one that is not known stays as it is."""
    # It has bound gettext's function to this name, and gettext looks for files of Python's own, which there are not.
    vars(argparse)["_"] = lambda words: told(message(words))
