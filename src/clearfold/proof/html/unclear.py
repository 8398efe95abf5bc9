"""What style may do to words and is not followed here: it is said, so that nobody takes it for looked at."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

import tinycss2
import tinycss2.color4

from clearfold.proof.html.unseen import clips, is_gone
from clearfold.proof.html.values import Cascade

NO_CLIP = re.compile(r"none|(?:margin|border|padding|content|fill|stroke|view)-box|inset\(\s*(?:0[a-z%]*\s*)*\)")
HARMLESS = re.compile(r"(?:(?:grayscale|sepia|hue-rotate|saturate|drop-shadow|opacity)\(.*\)\s*)*|none|initial")
MIRRORED = re.compile(r"(?:scale[xy3d]*|matrix)\([^)]*?-\s*(?:\d*\.)?\d*[1-9]")
WORKED_OUT = re.compile(r"\b(?:calc|min|max|clamp|round|mod|rem|abs|sign)\(")
MEASURED = ("opacity", "scale", "transform", "translate")
INKS = ("color", "-webkit-text-fill-color", "background-color")
STILL = frozenset({"none", "initial", "0s", "auto"})


def unclear(given: Cascade) -> Iterator[str]:
    """Yield the declarations of which nothing is known, for elements that hold words."""
    for element, parts in given.items():
        own = parts.get("")
        if own is None or not "".join(element.itertext()).strip() or is_gone(element, given):
            continue
        yield from _declared(own.sometimes, element)


def _declared(held: Mapping[str, str], element: Element) -> Iterator[str]:
    value = {name: text.lower() for name, text in held.items()}
    for name in ("mask", "mask-image"):
        if "url(" in value.get(name, "") or "gradient(" in value.get(name, ""):
            yield f"{name}: {held[name]}"
    if not NO_CLIP.fullmatch(value.get("clip-path", "none")) and not clips(held.items()):
        yield f"clip-path: {held['clip-path']}"
    if not HARMLESS.fullmatch(value.get("filter", "none")):
        yield f"filter: {held['filter']}"
    if value.get("mix-blend-mode", "normal") not in ("normal", "initial"):
        yield f"mix-blend-mode: {held['mix-blend-mode']}"
    if MIRRORED.search(value.get("transform", "")) or value.get("scale", "").lstrip().startswith("-"):
        yield f"transform: {held.get('transform') or held['scale']}"
    for name in ("animation", "animation-name"):
        if not STILL.issuperset(value.get(name, "none").split()):
            yield f"{name}: {held[name]}"
    if "url(" in value.get("content", ""):
        yield f"content: {held['content']}"
    for name in INKS:
        if "(" in value.get(name, "") and tinycss2.color4.parse_color(value[name]) is None:
            yield f"{name}: {held[name]}"
    for name in MEASURED:
        if WORKED_OUT.search(value.get(name, "")):
            yield f"{name}: {held[name]}"
