"""The process that is asked again and again."""

import os

import pytest

from clearfold.pipeline.watching.warm import Warm


@pytest.mark.slow("starts a process that imports all that makes editions")
@pytest.mark.skipif(not hasattr(os, "nice"), reason="the system knows of no nice(2)")
def test_polite_process_gives_way() -> None:
    """It lets all others go first, from before its imports on; another one does not."""
    with Warm(polite=True) as polite, Warm() as usual:
        assert (19, os.nice(0)) == (polite.ask(os.nice, 0).result(), usual.ask(os.nice, 0).result())
