"""Read a YAML scalar as it is written: the text that it means, and where each character of it stands.

White space is folded as the leaflet folds it, so line ends and the indentation of blocks need no rules of their own.
"""

import re

from ruamel.yaml.nodes import ScalarNode

# YAML 1.2.2, 5.7
ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b"} | {
    **{" ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"},
    **{"\t": "\t", "\n": ""},
}
ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[\s\S])")
TAGS = re.compile(r"(?:[!&]\S*\s+)+")
HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?\n?")


def unfolded(text: str, node: ScalarNode) -> tuple[str, list[int]]:
    """Return the text of a scalar with its white space folded, and the place of each of its characters."""
    low, high = node.start_mark.index, node.end_mark.index
    if tags := TAGS.match(text, low, high):
        low = tags.end()
    style = str(node.style or "")
    if style in ("|", ">"):
        header = HEADER.match(text, low, high)
        low = header.end() if header else low
        pieces = [(text[n], n) for n in range(low, high)]
    elif style == "'":
        pieces = [(text[n], n) for n in range(low + 1, high - 1) if text[n] != "'" or _is_second(text, low, n)]
    elif style == '"':
        pieces = list(_escaped(text, low + 1, high - 1))
    else:
        pieces = [(text[n], n) for n in range(low, high)]
    return _folded(pieces)


def _is_second(text: str, low: int, at: int) -> bool:
    """Say whether a quotation mark is the second of two, which stand for one."""
    before = text[low + 1 : at]
    return (len(before) - len(before.rstrip("'"))) % 2 == 1


def _escaped(text: str, low: int, high: int) -> list[tuple[str, int]]:
    pieces: list[tuple[str, int]] = []
    while low < high:
        match = ESCAPE.match(text, low, high)
        if not match:
            pieces.append((text[low], low))
            low += 1
            continue
        sign = match[0][1:]
        meant = chr(int(sign[1:], 16)) if len(sign) > 1 else ESCAPES.get(sign, sign)
        pieces += [(char, low) for char in meant]
        low = match.end()
        if sign == "\n":  # the line goes on, without a space
            low += len(text[low:high]) - len(text[low:high].lstrip(" \t"))
    return pieces


def _folded(pieces: list[tuple[str, int]]) -> tuple[str, list[int]]:
    said: list[str] = []
    at: list[int] = []
    for char, place in pieces:
        if not char.isspace():
            said.append(char)
            at.append(place)
        elif said and said[-1] != " ":
            said.append(" ")
            at.append(place)
    return "".join(said), at
