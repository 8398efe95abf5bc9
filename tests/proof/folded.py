"""The example's text as an old folded brochure has it: an untagged sheet of panels, in the order of the sheet."""

from collections.abc import Sequence
from io import BytesIO
from textwrap import wrap

import pikepdf
from pikepdf import Dictionary, Name, Stream

from clearfold.model.transcript import Kind, Transcript

WIDE, HIGH, SIZE = 842, 595, 8
LONGEST = 56  # characters of a line


def folded(expected: Transcript, order: Sequence[int], across: int) -> bytes:
    """Return a PDF of so many panels as ``order`` has numbers, from 0, so many of them side by side on a page.

    Words that do not fit are split with a hyphen, as layout programs do.
    """
    blocks = [block.text for block in expected.blocks if block.kind is not Kind.ALTERNATIVE]
    lines = [line for text in blocks for line in _broken(text)]
    size = -(-len(lines) // len(order))
    panels = [lines[n * size : (n + 1) * size] for n in range(len(order))]
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    for page in (order[n : n + across] for n in range(0, len(order), across)):
        pdf.add_blank_page(page_size=(WIDE, HIGH))
        drawn = "".join(_drawn(panels[number], at * WIDE / across + 20) for at, number in enumerate(page))
        pdf.pages[-1].Contents = Stream(pdf, drawn.encode("cp1252", "replace"))
        pdf.pages[-1].Resources = Dictionary(Font=Dictionary(F=font))
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def _broken(text: str) -> list[str]:
    """Break a text into lines, and a long word at the end of the first line in two."""
    lines = wrap(text, LONGEST, break_long_words=False)
    if len(lines) > 1:
        word, _, rest = lines[1].partition(" ")
        if word.isalpha() and len(word) > 9:
            lines[0] += f" {word[:4]}-"
            lines[1] = f"{word[4:]} {rest}".strip()
    return lines


def _drawn(lines: Sequence[str], left: float) -> str:
    step = (HIGH - 40) / max(len(lines), 1)
    shown = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines)
    return "".join(
        f"BT /F {SIZE} Tf 1 0 0 1 {left:.1f} {HIGH - 20 - n * step:.1f} Tm ({line}) Tj ET\n"
        for n, line in enumerate(shown)
    )
