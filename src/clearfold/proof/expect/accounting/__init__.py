"""Account for every character of the copy: it is read by somebody, is syntax, is a comment, or is told with its place.

What is written is walked along the parser's tokens (``blocks``, ``inlines``, ``front``), which take from it what they
stand for. What none of them takes is told. What they say is text must be in a block of the transcript (``held``).
"""

from collections.abc import Iterator
from dataclasses import replace

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.source import Source
from clearfold.model.transcript import Transcript
from clearfold.proof.expect.accounting import signs
from clearfold.proof.expect.accounting.blocks import read_body
from clearfold.proof.expect.accounting.front import read_front, read_publisher
from clearfold.proof.expect.accounting.held import lost
from clearfold.proof.expect.accounting.written import REFERENCE, Runs, Written
from clearfold.proof.expect.front_matter import MEANT, OTHERS, READ, SYNTAX
from clearfold.proof.expect.front_matter import read_front as read_keys
from clearfold.proof.expect.markdown import parser
from clearfold.proof.findings.finding import Finding, finding, quoted

UNUSED = message(
    "no link is called so: take the line out, link to it as `[text][name]`, or write `\\[` for `[` if it is text"
)

SURPLUS = message("the head of the table has no column for it: give every row as many cells as the head has")


def unread(source: Source, expected: Transcript) -> Iterator[Diagnostic]:
    """Find the characters of a copy that nobody reads (SRC-090), in their order; raises as ``expect`` does."""
    md = parser()
    parts = (
        read_front(md, source, expected.lang),
        read_publisher(md, source, expected.lang),
        read_body(md, source, expected.title),
    )
    found = [*_keys(source)]
    runs = [run for part in parts if part for run in (*part.done, *part.apart)]
    for run, low, high in lost(runs, expected.blocks):
        found.append(_told(run.written, run.at[low], run.text[low:high], run.hint))
    for part in parts:
        found += _strays(part) if part else ()
    yield from sorted(found, key=lambda one: one.location)


def _strays(part: Runs) -> Iterator[Finding]:
    """Tell what is neither text nor syntax."""
    for low, high in part.written.unknown():
        surplus = part.written.text[:low].rstrip(" \t").endswith("|")
        yield _told(part.written, low, part.written.text[low:high], SURPLUS if surplus else "")


def _told(written: Written, offset: int, text: str, hint: str = "") -> Finding:
    line, text = written.around(offset), text.replace(REFERENCE, "")
    fact = (
        quoted(text)
        if 2 * len(text) >= len(line)
        else message("{text} in {line}", text=quoted(text), line=quoted(line))
    )
    told = finding("SRC-090", written.location(offset), expected=text, fact=fact)
    if signs.DEFINITION.match(text):
        hint = UNUSED
    return replace(told, hint=hint) if hint else told


def _keys(source: Source) -> Iterator[Finding]:
    """Tell the keys of the front matter that nobody knows."""
    front = read_keys(source)
    for key, at in front.keys.items():
        if key not in READ | SYNTAX | OTHERS | set(MEANT):
            text = front.text(key)
            its = message(", its text is {text}", text=quoted(text)) if text else ""
            said = message("the key “{key}” is not one of the front matter's{its}", key=key, its=its)
            yield finding("SRC-090", at, expected=text, fact=said)
