"""Ids: names in ASCII that every format takes, from headings in any script and from what writers give."""

import re
import unicodedata
from binascii import crc32
from dataclasses import replace
from urllib.parse import unquote

from clearfold.press.document.blocks import Node, Note
from clearfold.press.document.inlines import NoteReference, Text, WayBack
from clearfold.press.document.walk import Nodes, rewritten
from clearfold.press.leaflet import slug

_SAFE = re.compile(r"[A-Za-z][\w.-]*", re.ASCII)
_WITHIN = re.compile(r"(?<=\w)\*(?=\w)")
_SIGNS = re.compile(r"[\W_]+")


def heading_id(text: str, separator: str) -> str:
    """Return the id of a heading: its letters in ASCII, ``part`` before a number or where none is left.

    Where most letters are of another script than Latin, and so have no form in ASCII, a number made of them is added.
    """
    # ı as its capital I, by which a link in small letters is found; Leser*innen as other programs have it.
    plain = slug(_WITHIN.sub("", text.replace("ı", "i")), separator)
    name = plain if plain[:1].isalpha() else f"part{separator}{plain}".rstrip(separator)
    latin = ["LATIN" in unicodedata.name(char, "") for char in text if char.isalpha()]
    if 2 * sum(latin) < len(latin):
        words = _SIGNS.sub("-", unicodedata.normalize("NFC", text).casefold()).strip("-")
        name += f"{separator}{crc32(words.encode()):08x}"
    return name


def safe(name: str) -> str:
    """Return an id that a writer gave or links to, in the form in which it is published.

    Other programs keep the spaces around a sign that they leave out: ``food--drink``, ``what-now-``.
    """
    name = unquote(name)
    plain = re.sub(r"--+", "-", name).strip("-")
    return plain if _SAFE.fullmatch(plain) else heading_id(name, "-")


def named(nodes: Nodes) -> Nodes:
    """Return nodes whose ids, and links to them, are in the form in which they are published."""
    return rewritten(nodes, lambda siblings: map(_named, siblings))


def _named(node: Node) -> Node:
    if isinstance(node, Text | NoteReference | WayBack | Note):
        return node
    given = node.attributes
    name, target = given.get("id") or "", given.get("href") or ""
    if name and not name.startswith("fn"):
        given = given.having("id", safe(name))
    if target.startswith("#") and len(target) > 1 and not target.startswith("#fn"):
        given = given.having("href", f"#{safe(target[1:])}")
    return node if given is node.attributes else replace(node, attributes=given)
