"""Where a PDF says that its objects stand: a program that mends nothing opens no file that says it wrongly."""

import re

from clearfold.model.messages import message

END = re.compile(rb"startxref\s+(\d+)\s")
TABLE = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")


def read_lost(data: bytes) -> tuple[str, ...]:
    """Return what is wrong with the way to a file's table of objects; our reader finds them without it.

    Bytes that were lost or put in before the table shift it (ISO 32000-1, 7.5.5).
    """
    said = [int(found[1]) for found in END.finditer(data)]
    if said and TABLE.match(data, said[-1]):
        return ()
    return (message("the table of its objects is not where the file says"),)
