"""The session about the report's page: pages of good and of broken files, opened in Chromium and judged by axe.

`python -m tests.page.look FOLDER`, where FOLDER holds node_modules with axe-core and playwright-core; `nox -s page`
puts them there. The pages stay in FOLDER/pages and their pictures in FOLDER/pictures, to be looked at.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from clearfold.proof.report.page import to_html
from tests.page.exhibits import broken, proven


def main(folder: Path) -> int:
    """Write the pages, have them judged, and return the exit code."""
    pages = folder / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    for name, html in _pages():
        (pages / f"{name}.html").write_text(html, "utf-8")
    session = Path(__file__).with_name("session.mjs")
    return subprocess.run(["node", str(session), str(folder)], check=False).returncode


def _pages() -> Iterator[tuple[str, str]]:
    yield "proven", to_html(proven(), kept=("griep-nl-BE-giant-print.pdf",))
    yield "broken", to_html(broken())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
