"""Each command of a tutorial is run, in its order, as a reader would type it."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.importers.office import docx, p

pytestmark = pytest.mark.no_cover

TUTORIALS = sorted((Path(__file__).parents[1] / "docs/tutorials").glob("*.md"))
_COMMANDS = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
_TRANSLATOR = (
    "import pathlib, re, sys; path = pathlib.Path(sys.argv[1]); text = path.read_text('utf-8'); path.write_text("
    r"re.sub(r'<source([^>]*)>([^<]*)</source>', lambda m: m[0] + '<target' + m[1] + '>' + "
    "('Ja ' if m[2].count(' ') > 3 else '') + m[2] + '</target>', text), 'utf-8')"
)
"""What a translator does to a file: what is no short name has a translation, which has a word more here."""
_ADDRESS = "https://github.com/your-name/my-leaflets.git"
DECIDE = re.compile(r"clearfold (?:new .*--from|translations$)")
"""Where something is left to a person, exit code 1 says so, and the tutorial too."""


@pytest.mark.slow("builds what the tutorials build")
@pytest.mark.skipif(sys.platform == "win32", reason="it is typed in another shell there")
@pytest.mark.parametrize("page", TUTORIALS, ids=lambda page: page.stem)
def test_tutorial_can_be_followed(page: Path, tmp_path: Path) -> None:
    """Its commands are done one after the other, and its files are where it says."""
    heading = p("Rest and tea", '<w:outlineLvl w:val="0"/>')
    (tmp_path / "leaflet.docx").write_bytes(
        docx(
            heading
            + p("How to make it", '<w:outlineLvl w:val="1"/>')
            + p("Boil fresh water for the tea, and let the leaves rest.")
        )
    )
    subprocess.run(["git", "init", "--quiet", "--bare", tmp_path / "there.git"], check=True)
    text = page.read_text("utf-8")
    lines = "".join(_COMMANDS.findall(text)).replace(_ADDRESS, str(tmp_path / "there.git")).splitlines()
    script = "\n".join(f"{line} || " + ("[ $? = 1 ]" if DECIDE.match(line) else "exit 9") for line in lines)
    script = re.sub(r"^clearfold translations import (\S+)", r"translator \1; \g<0>", script, flags=re.MULTILINE)
    names = {f"GIT_{who}_{what}": "nobody" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    done = subprocess.run(
        ["bash", "-c", f"{_functions()}\nset -x\n{script}"],
        cwd=tmp_path,
        env={**os.environ, **names, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stdout + done.stderr
    for made in re.findall(r"`(build/\S+)`", text):
        assert (tmp_path / "my-leaflets" / made).is_file(), done.stdout


def _functions() -> str:
    """Return Clearfold as a command of the shell, and the translator."""
    words = {"clearfold": "-m clearfold", "translator": f"-c {shlex.quote(_TRANSLATOR)}"}
    return "\n".join(f'{name}() {{ {shlex.quote(sys.executable)} {own} "$@"; }}' for name, own in words.items())


def test_tutorials_are_found() -> None:
    """The test above is about something."""
    assert 3 == len(TUTORIALS)
