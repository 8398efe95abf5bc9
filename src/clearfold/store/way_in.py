"""A file of the user's that leads a browser to a page of this machine, behind an address that nobody else may learn."""

import html
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAGE = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>Clearfold {0}</title>
<meta http-equiv="refresh" content="0; url={1}">
<p><a href="{1}">Clearfold {0}</a></p></html>
"""


@contextmanager
def way_in(address: str, name: str) -> Iterator[Path]:
    """Make a file that leads to an address and that only its user can read, for as long as the program ``name`` runs.

    A browser is given the file and not the address: every user of a machine can read the command lines of all.
    """
    handle, made = tempfile.mkstemp(prefix=f"clearfold-{name}-", suffix=".html")  # made with mode 0600
    path = Path(made)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(_PAGE.format(name, html.escape(address)))
        yield path
    finally:
        path.unlink(missing_ok=True)
