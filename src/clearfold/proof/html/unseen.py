"""What style does to text: what it hides from every eye, and what it says of its own.

Each is told only of what the cascade says of an element (see cascade.py); a declaration that loses does nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

import tinycss2
import tinycss2.ast
import tinycss2.color4

from clearfold.proof.html.cards import is_said
from clearfold.proof.html.elements import name_of
from clearfold.proof.html.values import Cascade, Given
from clearfold.proof.page.contrast import Colour, contrast

WHITE: Colour = (1.0, 1.0, 1.0)
FAINT = 0.05  # of full opacity, or of full size: what is less is not seen
ALIKE = 1.1  # contrast (WCAG 2.2, 1.4.3) under which letters and their ground are one
FAR = 200.0  # px beyond the edge at which text is hidden, and not indented
PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 3.78, "cm": 37.8, "in": 96.0, "q": 0.945}
FONT = 16.0  # px of an em: that of browsers, near enough to tell a hanging indent from a hidden text
OF_FONT = frozenset(("em", "ex", "ch", "ic", "cap", "lh"))
NAMED_SIZES = frozenset("xx-small x-small small medium large x-large xx-large xxx-large".split())
LENGTH = re.compile(r"([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)([a-z%]*)")
NUMBER = re.compile(r"([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(%?)")
# Elements of which capable readers show something else than what they hold.
FALLBACK = frozenset("audio canvas iframe meter object progress video".split())


@dataclass(frozen=True, slots=True)
class Around:
    """What an element takes over from those around it: colours in sRGB from 0 to 1, ``ink`` None for no letters."""

    visible: bool = True
    ink: Colour | None = (0.0, 0.0, 0.0)
    ground: Colour = WHITE
    said: bool = False  # a style sheet has spoken of one of the colours
    size: float = FONT
    indent: float = 0.0


def hide(root: Element, given: Cascade) -> None:
    """Mark with aria-hidden the elements of which no reader sees the text, and write out what style says itself.

    A table's head that is clipped away, and that the labels of its cards show whole, is let be: it is read and seen.
    """
    _walk(root, given, Around())
    for element, parts in given.items():
        for pseudo in ("before", "after", "marker"):
            if pseudo in parts and (text := _said(element, parts[pseudo])):
                _write(element, text, first=pseudo != "after")


def is_gone(element: Element, given: Cascade) -> bool:
    """Say whether style hides an element from the eye, whatever its children are given."""
    own = given.get(element, {}).get("")
    return own is not None and any(_gone(values) or _clips(values) for values in (own.always, own.sometimes))


def is_clipped(element: Element, given: Cascade) -> bool:
    """Say whether style clips an element away whole, and hides it in no other way: screen readers meet it."""
    own = given.get(element, {}).get("")
    return own is not None and _clips(own.always) and not any(map(_gone, (own.always, own.sometimes)))


def clips(values: Iterable[tuple[str, str]]) -> bool:
    """Say whether these declarations clip an element away whole, so that it lies over nothing."""
    return _clips(dict(values))


def _walk(element: Element, given: Cascade, around: Around, *, told: bool = False) -> None:
    own = given.get(element, {}).get("")
    gone = is_gone(element, given) and not (told and is_clipped(element, given))
    if gone or name_of(element) in FALLBACK or element.get("inert") is not None:
        element.set("aria-hidden", "true")
        return
    if own and element.get("hidden") is not None:
        del element.attrib["hidden"]  # a style sheet shows it all the same
    here = _taken(own, around) if own else around
    held = list(element)
    begun = (given.get(element, {}).get(f"first-{part}") for part in ("line", "letter"))
    if not _legible(here) or any(one and not _legible(_taken(one, here)) for one in begun):
        _cover(element)
    for child in held:
        _walk(child, given, here, told=name_of(child) == "thead" and is_said(element, lambda e: not is_gone(e, given)))


def _legible(here: Around) -> bool:
    """Say whether letters are painted, large enough, in place, and in another colour than what is behind them."""
    seen = here.visible and here.size >= 1 and here.indent > -FAR and here.ink is not None
    return seen and not (here.said and here.ink and contrast(here.ink, here.ground) < ALIKE)


def _cover(element: Element) -> None:
    """Keep an element's own letters from being read; what it holds may be seen again, and is looked at by itself."""
    if (element.text or "").strip():
        covered = Element("{http://www.w3.org/1999/xhtml}span", {"aria-hidden": "true"})
        covered.text, element.text = element.text, ""
        element.insert(0, covered)
    for child in list(element):
        if (child.tail or "").strip():
            covered = Element("{http://www.w3.org/1999/xhtml}span", {"aria-hidden": "true"})
            covered.text, child.tail = child.tail, ""
            element.insert(list(element).index(child) + 1, covered)


def _gone(values: dict[str, str]) -> bool:
    """Say whether an element with these values is not seen, whatever its children are given."""
    value = {name: text.lower() for name, text in values.items()}
    if value.get("display") == "none" or value.get("content-visibility") == "hidden" or value.get("zoom") == "0":
        return True
    if _share(value.get("opacity", "")) < FAINT or re.search(r"opacity\(\s*0", value.get("filter", "")):
        return True
    if "none" not in value.get("-webkit-text-security", "none"):
        return True
    return _shrunk(value) or _away(value)


def _clips(values: dict[str, str]) -> bool:
    """Say whether an element with these values is clipped to nothing."""
    value = {name: text.lower() for name, text in values.items()}
    path = value.get("clip-path", "")
    if match := re.match(r"(inset|circle|ellipse)\(\s*([-\d.]+)(%?)", path):
        number = float(match[2])
        return number >= 50 and bool(match[3]) if match[1] == "inset" else number == 0
    sides = [pixels(side) for side in re.findall(r"[-\d.]+[a-z]*", value.get("clip", "").partition("(")[2])]
    if len(sides) == 4:
        top, right, bottom, left = (side or 0.0 for side in sides)
        return bottom - top <= 2 or right - left <= 2
    tight = any((size := pixels(value.get(name, ""))) is not None and size <= 1 for name in ("height", "max-height"))
    narrow = any((size := pixels(value.get(name, ""))) is not None and size <= 1 for name in ("width", "max-width"))
    cut = " ".join(value.get(name, "") for name in ("overflow", "overflow-x", "overflow-y"))
    return (tight or narrow) and bool({"hidden", "clip"} & set(cut.split()))


def _shrunk(value: dict[str, str]) -> bool:
    parts = re.findall(r"(?:scale[xy3d]*|matrix)\(\s*([-\d.e]+)[^)]*\)", value.get("transform", ""))
    parts += re.findall(r"^[-\d.e]+", value.get("scale", ""))
    turned = re.search(r"rotate[xy]\(\s*[-+]?90deg", value.get("transform", ""))
    return bool(turned) or any(abs(float(part)) < FAINT for part in parts if NUMBER.fullmatch(part))


def _away(value: dict[str, str]) -> bool:
    moves = re.findall(r"translate[xy3d]*\(\s*([^,)]+)(?:,\s*([^,)]+))?", value.get("transform", ""))
    shifts = [part.strip() for move in moves for part in move if part] + value.get("translate", "").split()
    names = ["margin-left", "margin-top", "margin-inline-start"]
    if value.get("position", "static") != "static":
        names += ["left", "top", "right", "bottom", "inset", "inset-inline-start"]
    shifts += [part for name in names for part in value.get(name, "").split()]
    return any((px := pixels(shift)) is not None and (px <= -FAR or px >= 10 * FAR) for shift in shifts)


def _taken(own: Given, around: Around) -> Around:
    """Return what holds for an element and what is in it."""
    value = {name: text.lower() for name, text in own.sometimes.items()}
    visible = around.visible
    if shown := value.get("visibility"):
        visible = shown == "visible" or (shown not in ("hidden", "collapse") and around.visible)
    here = replace(around, visible=visible)
    for name in ("background", "background-color"):
        ground = _ground(value.get(name, ""), around)
        if ground is not None:
            here = replace(here, ground=ground, said=True)
    for name in ("color", "-webkit-text-fill-color"):
        if name in value:
            here = _coloured(here, value[name])
    if (size := pixels(value.get("font-size", ""), around.size)) is not None:
        here = replace(here, size=size)
    elif value.get("font-size") in NAMED_SIZES:
        here = replace(here, size=FONT)
    if (indent := pixels(value.get("text-indent", ""))) is not None:
        here = replace(here, indent=indent)
    return here


def _coloured(here: Around, text: str) -> Around:
    colour = _colour(text)
    if colour is None:
        return here
    rgb, alpha = colour
    return replace(here, ink=rgb if alpha >= FAINT else None, said=True)


def _ground(text: str, around: Around) -> Colour | None:
    """Return the colour that a background gives, None where it gives none of its own, or a picture."""
    if "url(" in text or "gradient(" in text:
        return None
    for part in tinycss2.parse_component_value_list(text):
        colour = _colour(tinycss2.serialize([part]))
        if colour is not None:
            rgb, alpha = colour
            red, green, blue = (a * alpha + b * (1 - alpha) for a, b in zip(rgb, around.ground, strict=True))
            return red, green, blue
    return None


def _colour(text: str) -> tuple[Colour, float] | None:
    """Return a colour in sRGB with its opacity; None where it is none, or depends on the reader."""
    parsed = tinycss2.color4.parse_color(text)
    if parsed is None or isinstance(parsed, str):
        return None
    red, green, blue, alpha = parsed.to("srgb")
    return (float(red), float(green), float(blue)), float(alpha)


def pixels(text: str, em: float = FONT) -> float | None:
    """Return a length in CSS px; None for what is no length by itself."""
    match = LENGTH.fullmatch(text.strip().lower())
    if not match:
        return None
    number, unit = float(match[1]), match[2]
    if not unit:
        return 0.0 if number == 0 else None
    if unit == "%":
        return number * em / 100
    return number * PIXELS.get(unit, em if unit in OF_FONT else FONT)


def _share(text: str) -> float:
    match = NUMBER.fullmatch(text.strip())
    return float(match[1]) / (100 if match[2] else 1) if match else 1.0


def _said(element: Element, given: Given) -> str:
    """Return the words that style puts before or after an element; "" where it only decorates."""
    values = given.sometimes
    if values.get("display", "").lower() == "none":
        return ""
    words = []
    for part in tinycss2.parse_component_value_list(values.get("content", "")):
        if isinstance(part, tinycss2.ast.StringToken):
            words.append(part.value)
        elif isinstance(part, tinycss2.ast.FunctionBlock) and part.lower_name == "attr" and part.arguments:
            words.append(element.get(tinycss2.serialize(part.arguments[:1]).strip()) or "")
    text = "".join(words)
    return text if any(character.isalnum() for character in text) else ""


def _write(element: Element, text: str, *, first: bool) -> None:
    """Put words where a reader meets them: at the beginning of an element, or at its end."""
    if first:
        element.text = text + (element.text or "")
    elif len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
