"""What style does to text: hidden, said by the sheet itself, shown elsewhere."""

from xml.etree.ElementTree import fromstring

import pytest

from clearfold.proof.html.cascade import cascade
from clearfold.proof.html.restyled import moved
from clearfold.proof.html.sheets import read_sheet
from clearfold.proof.html.unseen import hide
from clearfold.proof.html.walker import Walker

BODY = (
    '<body><h1>Rust</h1><p class="a" id="i" title="x">Neem <b>1</b> pil.</p><ul><li>een</li><li>twee</li></ul></body>'
)


def read(sheet: str, body: str = BODY) -> dict[str, str]:
    """Return the kind of each block of a body under a style sheet."""
    root = fromstring(body)
    hide(root, cascade(root, (read_sheet(sheet),)))
    walker = Walker()
    walker.flow(root, walker.start(), lambda _block: None)
    return {block.text: str(block.kind) for block in walker.blocks}


@pytest.mark.parametrize(
    ("sheet", "hidden"),
    [
        ("p { display: none }", "Neem 1 pil."),
        ("p.a#i[title=x] { display: none }", "Neem 1 pil."),
        ("li:nth-child(2) { display: none }", "twee"),
        ("h1 + p { visibility: hidden }", "Neem"),
        ("body p { visibility: collapse } b { visibility: visible }", "pil."),
        ("p { opacity: 0 }", "Neem 1 pil."),
        ("p { opacity: 1% }", "Neem 1 pil."),
        ("p { filter: opacity(0) }", "Neem 1 pil."),
        ("p { font-size: 0 }", "Neem"),
        ("p { color: #fff; background: white }", "Neem"),
        ("body { background: navy } p { color: #000080 }", "Neem"),
        ("p { color: transparent }", "Neem"),
        ("p { -webkit-text-fill-color: transparent }", "Neem"),
        ("p { text-indent: -9999px }", "Neem"),
        ("p { position: absolute; left: -999em }", "Neem 1 pil."),
        ("p { position: absolute; clip: rect(0 0 0 0) }", "Neem 1 pil."),
        ("p { clip-path: inset(50%) }", "Neem 1 pil."),
        ("p { height: 0; overflow: hidden }", "Neem 1 pil."),
        ("p { transform: scale(0) }", "Neem 1 pil."),
        ("p { scale: 0 }", "Neem 1 pil."),
        ("p { transform: translateX(-3000px) }", "Neem 1 pil."),
        ("@media screen { p { display: none } }", "Neem 1 pil."),
        ("@media (max-width: 30em) { p { display: none } }", "Neem 1 pil."),
        ("@supports (display: grid) { p { display: none } }", "Neem 1 pil."),
        ("p { display: none !important } p { display: block }", "Neem 1 pil."),
    ],
)
def test_text_that_nobody_sees_is_not_read(sheet: str, hidden: str) -> None:
    """Text that a rule hides is told as hidden, whatever way the rule takes."""
    assert "artifact" == read(sheet)[hidden]


@pytest.mark.parametrize(
    "sheet",
    [
        "[hidden] { display: none }",
        "p[title=y] { display: none }",
        "p { display: none } p { display: block }",
        "p { display: block !important } p { display: none }",
        "p:hover { display: none }",
        "p::first-letter { display: none }",
        "@media print { p { display: none } }",
        "@media amzn-kf8 { p { display: none } }",
        "@media not screen { p { display: none } }",
        "p { color: white; background: black }",
        "p { color: #333 }",
        "body { color: black; background: white }",
        "p { text-indent: -2em; padding-left: 2em }",
        "p { opacity: 0.8; font-size: 0.8em; margin-left: -1em }",
        "p { transform: scale(1.2) rotate(2deg) }",
        "p { overflow: hidden; max-height: 40em }",
        "p { content: none; color: inherit }",
    ],
)
def test_text_that_is_seen_is_read(sheet: str) -> None:
    """A rule that hides nothing, or loses, hides nothing."""
    assert {"Rust": "heading", "Neem 1 pil.": "paragraph", "een": "list item", "twee": "list item"} == read(sheet)


def test_words_of_a_style_sheet_are_read() -> None:
    """Words that style puts before or after an element are text like any; signs that decorate are none."""
    sheet = 'p::after { content: " Dan 10." } b::before { content: "+" attr(id) } li::before { content: "• " }'
    assert "Neem 1 pil. Dan 10." in read(sheet)


@pytest.mark.parametrize("element", ["audio", "object", "video", "iframe", "canvas"])
def test_what_stands_in_for_something_else_is_not_read(element: str) -> None:
    """What an element holds for readers that cannot show it is hidden from all others."""
    body = f"<body><{element}><p>Neem niets.</p></{element}></body>"
    assert "artifact" == read("", body)["Neem niets."]


def test_a_closed_dialogue_is_not_read() -> None:
    """A dialogue is shown when it is open."""
    body = "<body><dialog><p>Dicht.</p></dialog><dialog open=''><p>Open.</p></dialog></body>"
    assert {"Dicht.": "artifact", "Open.": "paragraph"} == read("", body)


@pytest.mark.parametrize(
    ("sheet", "number"),
    [
        ("ul { display: flex; flex-direction: column-reverse }", 1),
        ("ul { display: flex } li:first-child { order: 2 }", 1),
        ("ul { display: flex } li:first-child { order: 1 }", 1),
        ("ul { display: flex } li:last-child { order: -1 }", 1),
        ("ul { display: flex } li { order: calc(1 * 2) }", 2),
        ("ul { display: flex } li { order: 2 }", 0),
        ("ul { display: flex } li:last-child { order: 1 }", 0),
        ("p { display: flex } b { order: 1 }", 1),
        ("ul { display: grid } li:last-child { grid-row: 1 }", 1),
        ("ul { display: grid } li { grid-row: 1 }", 0),
        ("ul { display: grid } li:first-child { grid-row: 3 }", 1),
        ("p { unicode-bidi: bidi-override; direction: rtl }", 1),
        ("ul { display: flex } li { order: 0 }", 0),
        ("li { order: 2 }", 0),
    ],
)
def test_text_that_is_shown_elsewhere_is_told(sheet: str, number: int) -> None:
    """Elements that style shows in another order than they are read are found, others are not."""
    root = fromstring(BODY)
    assert number == len(list(moved(cascade(root, (read_sheet(sheet),)))))


CARDS = (
    "<table><thead><tr><th>Bed</th><th>{head}</th></tr></thead><tbody><tr>"
    '<th><span aria-hidden="true">Bed: </span>3</th><td>{label}clover</td></tr></tbody></table>'
)
CROP = '<span class="crop" aria-hidden="true">Crop: </span>'
CLIPPED = "thead { position: absolute; clip: rect(0, 0, 0, 0) }"


@pytest.mark.parametrize(
    ("kind", "head", "label", "sheet"),
    [
        ("paragraph", "Crop", CROP, CLIPPED),
        ("artifact", "Crop", "", CLIPPED),
        ("artifact", "Crop", CROP.replace("Crop", "Sow"), CLIPPED),
        ("artifact", "Crop", CROP, CLIPPED + ".crop { display: none }"),
        ("artifact", "Crop", CROP, "thead { display: none }"),
        ("artifact", '<a href="#x">Crop</a>', CROP, CLIPPED),
    ],
    ids=["shown", "no label", "another label", "label that is not seen", "kept from screen readers", "link"],
)
def test_head_that_is_clipped_is_read_where_cards_show_it(kind: str, head: str, label: str, sheet: str) -> None:
    """A table's head may be for screen readers alone, as long as the eye meets each of its words in the cards."""
    assert kind == read(sheet, CARDS.format(head=head, label=label))["Crop"]
