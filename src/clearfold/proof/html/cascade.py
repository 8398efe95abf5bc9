"""Follow the style of a document to what its elements are given: which declaration wins for each (CSS Cascade 5).

What holds under some conditions alone (the width of a window, a feature of the browser) is kept apart, since some
readers meet it and others do not. Style sheets are read by sheets.py; what a value comes to is worked out by values.py.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

import tinycss2
from cssselect2 import ElementWrapper, Matcher, SelectorError, compile_selector_list

from clearfold.proof.html.elements import name_of
from clearfold.proof.html.selectors import told
from clearfold.proof.html.sheets import Declaration, Layer, Sheet, declarations, read_sheet
from clearfold.proof.html.values import Cascade, Given, settle

# What HTML itself gives elements before any style sheet speaks (HTML, 15.3), as far as it decides what is seen.
OF_HTML = (
    "[hidden], [popover], dialog:not([open]), datalist, template { display: none }tfoot { display: table-footer-group }"
)
LAST = 1 << 30  # stands behind all layers of one layer, or of none: what is in no layer wins
# What attributes of older books ask of style (HTML, 15.3): each by its element, "" for any.
ASKED = (("font", "color", "color"), ("body", "text", "color"), ("", "bgcolor", "background-color"))


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What a rule gives an element's part, with what it weighs beside the others: first its layer, then the rest."""

    pseudo: str
    declared: tuple[Declaration, ...]
    layer: tuple[int, ...] = (LAST,)
    order: tuple[object, ...] = ()


def cascade(root: Element, sheets: Sequence[Sheet]) -> Cascade:
    """Return what the elements of a document are given by its style sheets, in their order, and by style attributes."""
    first, others = _matcher((read_sheet(OF_HTML),)), _matcher(sheets)
    given: dict[Element, dict[str, Given]] = {}
    for wrapper in ElementWrapper.from_xml_root(root).iter_subtree():
        element = wrapper.etree_element
        if not name_of(element):
            continue
        usual = [_Weighed(pseudo or "", held) for _, _, pseudo, (_, held) in first.match(wrapper)]
        asked = tuple(_asked(element))
        matched = [
            _Weighed(pseudo or "", held, layer, (specificity, order))
            for specificity, order, pseudo, (layer, held) in others.match(wrapper)
        ]
        own = tuple(declarations(tinycss2.parse_blocks_contents(element.get("style") or "")))
        if usual or asked or matched or own:
            given[element] = _won((*usual, _Weighed("", asked)), matched, _Weighed("", own))
    settle(root, given)
    return given


def _matcher(sheets: Sequence[Sheet]) -> Matcher:
    matcher = Matcher()
    weights = _weights(sheets)
    for rule in (rule for sheet in sheets for rule in sheet.rules):
        for selector in _compiled(rule.selectors, rule.spaces):
            matcher.add_selector(selector, (weights[rule.layer], rule.declarations))
    return matcher


def _weights(sheets: Sequence[Sheet]) -> dict[Layer, tuple[int, ...]]:
    """Return what each layer weighs: those that are named first the least, and what is in none the most."""
    met: dict[Layer, int] = {}
    weights: dict[Layer, tuple[int, ...]] = {(): (LAST,)}
    for layer in (layer for sheet in sheets for layer in sheet.layers):
        parts = [layer[: size + 1] for size in range(len(layer))]
        weights[layer] = (*(met.setdefault(part, len(met)) for part in parts), LAST)
    return weights


def _won(usual: Sequence[_Weighed], matched: Sequence[_Weighed], own: _Weighed) -> dict[str, Given]:
    """Let the rules speak in their order, lightest first, and the important ones once more.

    Among the important ones the first layer wins, and what is in none is the weakest.
    """
    plain = sorted(matched, key=lambda one: (one.layer, one.order))
    turned = sorted(matched, key=lambda one: (tuple(-number for number in one.layer), one.order))
    found: dict[str, Given] = {}
    for important, row in ((False, (*usual, *plain, own)), (True, (*_unlayered(turned), own, *_layered(turned)))):
        for one in row:
            given = found.setdefault(one.pseudo, Given())
            for declaration in one.declared:
                if declaration.important == important:
                    given.take(declaration.name, declaration.value, sometimes=declaration.sometimes)
    return found


def _unlayered(matched: Iterable[_Weighed]) -> list[_Weighed]:
    return [one for one in matched if one.layer == (LAST,)]


def _layered(matched: Iterable[_Weighed]) -> list[_Weighed]:
    return [one for one in matched if one.layer != (LAST,)]


def _asked(element: Element) -> Iterable[Declaration]:
    """Yield what an element's attributes ask of its style."""
    for name, key, what in ASKED:
        value = element.get(key)
        if value and name in ("", name_of(element)):
            yield Declaration(what, value)


@lru_cache(maxsize=2048)
def _compiled(selectors: str, spaces: tuple[tuple[str, str], ...]) -> tuple[object, ...]:
    """Return the selectors of a list that can be told; one that cannot is met by no reader that we know of."""
    named = {name or None: space for name, space in spaces}
    try:
        return tuple(compile_selector_list(selectors, named))
    except SelectorError:
        pass
    try:
        return tuple(compile_selector_list(told(selectors, named), named))
    except SelectorError:
        return ()
