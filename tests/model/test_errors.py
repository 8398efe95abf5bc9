"""The tree of errors: one base, and a fault of ours that says what it was, wherever it happened."""

import pickle
import pkgutil
from importlib import import_module

import clearfold
from clearfold import errors
from clearfold.errors import ClearfoldError, InternalError
from clearfold.model.errors import internal


def test_every_exported_error_has_one_base() -> None:
    """Whoever catches ClearfoldError catches all that clearfold.errors names."""
    assert [] == [name for name in errors.__all__ if not issubclass(getattr(errors, name), ClearfoldError)]


def test_no_error_is_left_out() -> None:
    """clearfold.errors names every error of the tree, wherever it is defined."""
    for module in pkgutil.walk_packages(clearfold.__path__, "clearfold."):
        if not module.name.startswith(("clearfold.__main__", "clearfold.starter", "clearfold.locale")):
            import_module(module.name)
    waiting, tree = [ClearfoldError], {"ClearfoldError"}
    while waiting:
        waiting += (below := waiting.pop().__subclasses__())
        tree |= {error.__name__ for error in below}
    assert tree == set(errors.__all__)


def test_fault_of_another_process_says_what_it_was() -> None:
    """What went wrong comes along in one line where pickle drops the cause."""
    sent = pickle.loads(pickle.dumps(internal(TypeError("two\nlines"), "making an edition", "epub")))
    assert "INT-001: a fault of Clearfold's own, while making an edition (epub): TypeError: two lines" == str(sent)


def test_fault_is_wrapped_once() -> None:
    """A fault that passes through several hands is told by the first, who knew what was being done."""
    first = InternalError("INT-001", "proving an edition", "epub")
    assert first is internal(first, "building a leaflet")
