"""WeasyPrint is imported without what it does not need, and no other thread notices."""

import subprocess
import sys

import pytest

# While WeasyPrint looks for its libraries, another thread looks for one, and takes a function of a module put off.
LINES = """
import ctypes.util, sys, threading
from importlib.abc import MetaPathFinder
from clearfold.press.writers import warm

before, seen = ctypes.util.find_library("c"), []

def look():
    from fontTools import subset
    seen.extend((ctypes.util.find_library("c"), subset.Options))

class Meanwhile(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "weasyprint.text.ffi":
            thread = threading.Thread(target=look)
            thread.start()
            thread.join()

sys.meta_path.insert(0, Meanwhile())
warm()
found, options = seen
import fontTools.subset
print(found == before, isinstance(options(), fontTools.subset.Options))
"""


@pytest.mark.slow("starts a process that imports WeasyPrint")
def test_other_threads_find_what_they_look_for() -> None:
    """While one thread imports, another finds the libraries of the system and all of fontTools."""
    done = subprocess.run([sys.executable, "-c", LINES], capture_output=True, text=True, check=True)
    assert "True True" == done.stdout.strip()
