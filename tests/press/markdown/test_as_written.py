"""What people write in a copy comes out as they mean it, and both readings of it are the same."""

from pathlib import Path

import pytest

from clearfold.model.diagnostic import Diagnostic, LeafletError
from clearfold.model.source import Source, parse_source
from clearfold.press.editions.large_print import LARGE_PRINT
from clearfold.press.markdown import read_leaflet
from clearfold.press.template.page import page
from clearfold.proof.agreement import disagreements
from clearfold.proof.expect.accounting import unread
from clearfold.proof.prove import expect

# A body, and its blocks as they are read: kind, number, text.
MEANT: dict[str, tuple[str, list[str]]] = {
    "list after text": ("Bring:\n- a letter\n- pills", ["Bring:", "* a letter", "* pills"]),
    "numbers after text": ("Do:\n1. wash\n2. dry", ["Do:", "1 wash", "2 dry"]),
    "wrapped date": ("Sie kommen am\n1. Januar 2027.", ["Sie kommen am 1. Januar 2027."]),
    "wrapped day": ("Sie kommen am\n15. März 2027.", ["Sie kommen am 15. März 2027."]),
    "dates": ("1. Januar: Test.\n\n15. März: Operation.", ["1 Januar: Test.", "15 März: Operation."]),
    "numbers that jump": ("1. a\n3. b\n7. c", ["1 a", "3 b", "7 c"]),
    "later number": ("4) a\n5) b", ["4 a", "5 b"]),
    "letters": ("a) one\nb) two", ["a one", "b two"]),
    "pasted bullets": ("•\tun\n•\tdeux", ["* un", "* deux"]),
    "pasted inner bullets": ("•\tone\no\tsub\n•\ttwo", ["* one", "** sub", "* two"]),
    "private bullets": ("\uf0b7\tun\n\uf0b7\tdeux", ["* un", "* deux"]),
    "dashes": ("– ein\n– zwei", ["* ein", "* zwei"]),
    "one dash": ("– 18 °C.", ["– 18 °C."]),
    "no-break space": ("-\xa0un\n-\xa0deux", ["* un", "* deux"]),
    "line with a no-break space": ("Un\n\xa0\nDeux\n\n\xa0\nTrois\n\u200b\nQuatre", ["Un", "Deux", "Trois", "Quatre"]),
    "quotation with such a line": ("> Un\n> \xa0\n> Deux", ["> Un", "> Deux"]),
    "items of a web page": (
        "Dit:\n\xa0\xa0- een\n\xa0\xa0\xa0\xa0\xa0- twee\n\xa0\xa0- drie",
        ["Dit:", "* een", "** twee", "* drie"],
    ),
    "numbers of a web page": ("\xa0\xa0 1) een\n\xa0\xa0 2) twee", ["1 een", "2 twee"]),
    "no-break space before other signs": ("\xa0> un\n\n\xa0\xa0Deux", ["> un", "Deux"]),
    "items behind tabs": (
        "Dit:\n\t- een\n\t- twee\n\t\t- drie\n\nVier",
        ["Dit:", "* een", "* twee", "** drie", "Vier"],
    ),
    "numbers behind four spaces": ("Dit:\n\n    1. een\n    2. twee", ["Dit:", "1 een", "2 twee"]),
    "inner items behind six spaces": (
        "- een\n      - twee\n      - drie\n- vier",
        ["* een", "** twee", "** drie", "* vier"],
    ),
    "items behind eight spaces in a note": (
        "Thee[^a].\n\n[^a]: Soorten:\n\n        - groen\n        - zwart",
        ["Thee[1].", "[1] Soorten:", "* groen", "* zwart"],
    ),
    "tab": ("-\tun\n-\tdeux", ["* un", "* deux"]),
    "tasks": ("- [ ] fast\n- [x] tell", ["* ☐ fast", "* ☑ tell"]),
    "inner list of two": ("- a\n  - b\n- c", ["* a", "** b", "* c"]),
    "inner list below a number": ("1. a\n  - b\n2. c", ["1 a", "** b", "2 c"]),
    "more than": ("- > 38.5 °C\n- < 36 °C", ["* > 38.5 °C", "* < 36 °C"]),
    "telephone": ("Call:\n\n+ 32 2 555 66", ["Call:", "+ 32 2 555 66"]),
    "times": ("2*3*4 = 24 and 5 * 3 * 2", ["2*3*4 = 24 and 5 * 3 * 2"]),
    "star within a word": (
        "Leser*innen, **Ärzt*innen** und Patient*innen; [Bürger*innen](#a), \\*Hörer*innen.\n\n## A\n\nB",
        ["Leser*innen, Ärzt*innen und Patient*innen; Bürger*innen, *Hörer*innen.", "# A", "B"],
    ),
    "stars around parts of a word": ("*un*sicher, un*sich*er, **un**sicher", ["unsicher, unsicher, unsicher"]),
    "less than": ("If a<b and c>d, 5<10.", ["If a<b and c>d, 5<10."]),
    "hash": ("#1 is rest.", ["#1 is rest."]),
    "bold against a word": ("**Note:**this, **bold**text.", ["Note:this, boldtext."]),
    "raised and lowered": ("H~2~O, 10^6^, ==new==, ~5 mg", ["H2O, 106, new, ~5 mg"]),
    "number of a note below a table": (
        "| a^1^ | ●^b^ |\n|---|---|\n| c | d |\n\n^1^ By mouth. (^2^)\n^3e^ x ^long^ \\^1\\^",
        ["| a1", "| ●b", "| c", "| d", "1 By mouth. (2) 3e x ^long^ ^1^"],
    ),
    "items and definitions to write on": (
        "1. ______\n2. ______\n\nName\n: ____\n\n- ___ \n\n___",
        ["1 ______", "2 ______", "= Name", ": ____", "* ___"],
    ),
    "note that begins with a list": (
        "Tea[^a].\n\n[^a]: - black\n    - green",
        ["Tea[1].", "[1]", "* black", "* green"],
    ),
    "note that begins with a table": (
        "Tea[^a].\n\n[^a]: | x | y |\n    |---|---|\n    | 1 | 2 |",
        ["Tea[1].", "[1]", "| x", "| y", "| 1", "| 2"],
    ),
    "backslash": ("Ward 3\\\nMain Street\\", ["Ward 3 Main Street"]),
    "escapes": (r"A \: b \~ c \$5 \> d", ["A : b ~ c $5 > d"]),
    "bars": ("| one\n| two", ["one two"]),
    "heading without space": ("##Rest\n\nLie down.", ["# Rest", "Lie down."]),
    "heading with a number": (
        "## 1. What?\n\nThis.\n\n## ½ dose\n\nThat.",
        ["# 1. What?", "This.", "# ½ dose", "That."],
    ),
    "underlined": ("Rest\n----\n\nLie down.", ["# Rest", "Lie down."]),
    "question underlined": ("What now?\n---\n\nLie down.", ["# What now?", "Lie down."]),
    "call underlined": ("Take care!\n----------\n\nLie down.", ["# Take care!", "Lie down."]),
    "sentence underlined to its end": ("Lie down.\n---------\n\nRest.", ["# Lie down.", "Rest."]),
    "sentence over a rule": ("Lie down.\n---\nRest.", ["Lie down.", "Rest."]),
    "sentence over a longer rule": ("Lie down for an hour.\n-----\nRest.", ["Lie down for an hour.", "Rest."]),
    "title in HTML": ("<h1>Tea</h1>\n\nBoil it.", ["Boil it."]),
    "underlined with a number": ("1. Rest\n---\n\nLie.\n\n2. Eat\n------", ["# 1. Rest", "Lie.", "# 2. Eat"]),
    "number underlined behind a list": ("- a\n\n3) Rest\n---\n\nLie.", ["* a", "# 3) Rest", "Lie."]),
    "last item over a rule": ("1. one\n2. two\n---\nRest.", ["1 one", "2 two", "Rest."]),
    "last item of a loose list over a rule": ("1. one\n\n2. two\n---\nRest.", ["1 one", "2 two", "Rest."]),
    "numbered sentence over a rule": ("1. Take it at once.\n---\nRest.", ["1 Take it at once.", "Rest."]),
    "two terms": ("Bypass\nGraft\n: Two terms.", ["= Bypass", "= Graft", ": Two terms."]),
    "terms side by side": ("A\n: one\nB\n: two", ["= A", ": one", "= B", ": two"]),
    "alert": ("> [!CAUTION]\n> Never.", ["Never."]),
    "fenced box": ("::: {.note}\nKeep dry.\n:::", ["Keep dry."]),
    "box with a title": ("!!! danger « Attention »\n    Non.", ["! Attention", "Non."]),
    "table after text": (
        "Doses:\n| a | b |\n|---|---|\n| 1 | 2 |\nAsk.",
        ["Doses:", "| a", "| b", "| 1", "| 2", "Ask."],
    ),
    "caption below": ("| a |\n|---|\n| 1 |\n\n: Doses", ["~ Doses", "| a", "| 1"]),
    "accents in a link": ("## Précautions\n\nVoir [là](#précautions).", ["# Précautions", "Voir là."]),
    "date in an item": ("- Am\n24. Dezember.\n- Ab\n+ 5 mg", ["* Am 24. Dezember.", "* Ab + 5 mg"]),
    "one step within a step": ("1. a\n    1. b\n        1. c\n2. d", ["1 a", "1 b", "1 c", "2 d"]),
    "number in a numbered item": ("1. a\n   5. Mai\n2. b", ["1 a 5. Mai", "2 b"]),
    "numbers below a list": ("- a\n1. b\n2. c", ["* a", "1 b", "2 c"]),
    "bar in code that nothing marks": (
        "| a | b |\n|---|---|\n| `c|d` | e |\n| ``f`|`` | g\\|h |",
        ["| a", "| b", "| c|d", "| e", "| f`|", "| g|h"],
    ),
    "bar in code": ("| a | b |\n|---|---|\n| `c \\| d` | e |", ["| a", "| b", "| c | d", "| e"]),
    "numbers that go on behind bullets": ("1. a\n2. b\n- c\n3. d", ["1 a", "2 b", "* c", "3 d"]),
    "letters that go on behind bullets": ("a) x\n- y\nb) z", ["a x", "* y", "b z"]),
    "lines to write on": ("Date: __/__/____, ___:___, __.__.____", ["Date: __/__/____, ___:___, __.__.____"]),
    "title in bold": ("# **Tea** {#tea}\n\nBoil it.", ["Boil it."]),
    "bookmarks of Word": (
        "[]{#_Toc1 .anchor}\n\n## []{#_Toc2 .anchor}Rest\n\nLie `[]{#a}` down.",
        ["# Rest", "Lie []{#a} down."],
    ),
    "lists that pandoc parts": ("- a\n\n```{=html}\n<!-- -->\n```\n- b", ["* a", "* b"]),
    "columns of HTML": (
        '<table><colgroup><col style="width: 50%" /><col /></colgroup><tr><th>a</th><td>b</td></tr></table>',
        ["| a", "| b"],
    ),
    "list in a quotation behind a box": (
        "!!! note\n    a\n\n> 1. b\n> 2. c\n>    - d",
        ["a", "1 b", "2 c", "** d"],
    ),
    "about so much": ("Water\n\n~ 5 mg", ["Water", "~ 5 mg"]),
    "address with what opens it": ("Mail <mailto:a@example.org>.", ["Mail a@example.org."]),
    "in a quotation": ("> Bring:\n> • un\n> • deux", ["> Bring:", "* un", "* deux"]),
    "table and numbers in a box": (
        "!!! note\n    | a | b |\n    |---|---|\n    | c | d |\n\n    1. e\n    2. f",
        ["| a", "| b", "| c", "| d", "1 e", "2 f"],
    ),
    "empty lines in a box": ("!!! note\n    a\n\n\n    1. b\n    2. c\n\n\n\n    d", ["a", "1 b", "2 c", "d"]),
    "in a box": ("!!! note\n    Bring:\n    - a\n    - b", ["Bring:", "* a", "* b"]),
}
SIGNS = {"heading": "# ", "term": "= ", "definition": ": ", "title of a box": "! ", "caption": "~ ", "quotation": "> "}
TOLD = {
    "sign": ("> 3 days of fever", "SRC-101"),
    "minus": ("Keep at:\n\n- 18 °C or lower", "SRC-101"),
    "cell too many": ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", "SRC-100"),
    "cell too few": ("| a | b |\n|---|---|\n| 1 |", "SRC-100"),
    "empty box": ("!!! note\n\nText.", "SRC-103"),
    "box that is not closed": ("::: note\nText.", "SRC-103"),
    "struck": ("Take ~~5~~ 10 mg.", "SRC-106"),
    "grid": ("Doses.\n\n+---+---+\n| a | b |\n+---+---+", "SRC-106"),
    "table without dashes": ("| a | b |\n| 1 | 2 |", "SRC-106"),
    "heading without a space": ("#Rest\n\nLie down.", "SRC-108"),
    "link with a space": ("Mail [us](mailto:a@b.org?subject=My question).", "SRC-110"),
    "link to a place, with a space": ("See [there](#my dose).\n\n## My dose\n\nOne.", "SRC-110"),
    "note that never ends": ("Text.\n\n<!-- ask Ann\n\n- a\n- b\n\n## More\n\nText.", "SRC-112"),
    "unknown box": ("> [!ALARM]\n> Text.", "SRC-050"),
    "note in the text": ("Change it.^[In ten minutes.]", "SRC-106"),
    "source of a list": ("It helps [@smith2020, p. 3].", "SRC-106"),
    "note to oneself": ("Take 5 mg. %% ask Ann %%", "SRC-106"),
    "words for another program": ("Text.\n\n```{=html}\n<p>5 mg</p>\n```", "SRC-106"),
    "picture in the text": ("Text.\n\n![A cup](data:image/png;base64,iVBORw0KGgo=)", "SRC-031"),
    "server without https": ("See [us](www.example.org).", "SRC-044"),
    "link without an address": ("See [us]().", "SRC-044"),
}
WARNED = {
    "each item numbered 1": ("1. a\n1. b", "SRC-102"),
    "box without its spaces": ("!!! note\nText.", "SRC-104"),
    "four spaces": ("    Text.", "SRC-105"),
    "two hyphens": ("Take 2--3 puffs.", "SRC-107"),
    "one item below a sentence": ("Monday\n- Friday.", "SRC-109"),
    "bold that is not closed": ("**Attention: call us.\n\nThen **rest**.", "SRC-111"),
    "bold with spaces in it": ("** Attention ** call us.", "SRC-111"),
    "bold over two items": ("- **one\n- two**", "SRC-111"),
    "numbers between brackets": ("(1) Wash.\n(2) Dry.", "SRC-113"),
    "capitals": ("A. Wash.\nB. Dry.", "SRC-113"),
    "numbers with a dash": ("1.- Siéntese.\n2.- Respire.", "SRC-113"),
    "ordinal numbers": ("1.º Siéntese.\n2.º Respire.", "SRC-113"),
    "answers in bold": ("**A.** Yes!\n**B.** No.", "SRC-113"),
    "days": ("za 14/03 – wandeling\nzo 22/03 - feest!", "SRC-113"),
    "ways to reach somebody": ("Office: Example Street 12, second floor, 1000 Brussels\nFax: 02 123 45 67", "SRC-113"),
    "arrows": ("→ Wash.\n→ Dry.", "SRC-113"),
    "hyphens without a space": ("-wash\n-dry", "SRC-113"),
    "colour of words": ('Never [more]{style="color: red"}.', "SRC-115"),
    "style of a word processor": ('Never [more]{custom-style="Strong"}.', "SRC-115"),
    "dash against a sign": ("**Rest**---that is all.", "SRC-107"),
    "space of pandoc": ("Take 5\\ mg.", "SRC-107"),
    "underlined by other programs": ("Do ++not++ stop.", "SRC-107"),
    "definition with a tilde": ("Dose\n~   Two.", "SRC-107"),
    "line below nothing": ("## Rest\n====\n\nLie down.", "SRC-107"),
    "Roman numbers": ("I. Wash.\nII. Dry.", "SRC-113"),
    "numbers of parts": ("1.1 Wash.\n1.2 Dry.", "SRC-113"),
    "boxes to tick": ("□ Wash\n□ Dry\n□ Rest", "SRC-113"),
    "text right below a list": ("- One at night\n- Two\nNever with milk.", "SRC-116"),
    "a web address": ("Kidney Club\nChurch Street 1\nwww.example.org", "SRC-114"),
    "an address": ("Kidney Club\nChurch Street 1\n9000 Ghent\nTel. 09 123 45 67", "SRC-114"),
}
SILENT = (
    "[a][1], [b][2] and [c][3]\n\n[1]: https://example.org/a\n[2]: https://example.org/b\n[3]: https://example.org/c",
    "CD4++ and CD8++; 100 %% of us; [@club](https://example.org)",
    "Do it\n1. Wash\n- soap\n2. Dry",
    r"\*\* Not for **children**.",
    "Write `**a`, 2**3**4 or ****.",
    "Name: ________ and snake__case",
    "- Take one tablet in the morning, and one more in the\nEvening of each day.\n- Rest\n  Lie down.",
    "- Take it\nwith Water.\n- Rest",
    "Ask\nJ. Smith or\nK. Brown.",
    "(1) Wash.\n\n(2) Dry.",
    "*One* word\n*more* or less",
    "## Food & drink {#food--drink}\n\nSee [food](#food--drink).",
    "See [this](https://example.org/a_(b)) and [that](<https://example.org/a b>).",
)


def copy(body: str) -> Source:
    return parse_source(Path("tea/en.md"), f"---\ntitle: Tea\nlang: en\n---\n\n{body}\n".encode())


def differences(source: Source) -> list[Diagnostic]:
    """Return what the second reading has otherwise than the page, and what nobody reads."""
    leaflet, expected = read_leaflet(source), expect(source)
    html = page(leaflet, LARGE_PRINT, logo="", cover="")
    return [*unread(source, expected), *disagreements(expected, html, LARGE_PRINT.furniture(leaflet, LARGE_PRINT))]


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("name", MEANT)
def test_page_and_second_reading_agree(name: str, ends: str) -> None:
    """Nothing is lost, and two programs that share nothing read it in one way."""
    assert [] == [str(found) for found in differences(copy(MEANT[name][0].replace("\n", ends)))]


@pytest.mark.parametrize("name", MEANT)
def test_it_is_read_as_it_is_meant(name: str) -> None:
    """Lists, signs, headings and boxes are those that the writer meant."""
    body, meant = MEANT[name]
    blocks = [block for block in expect(copy(body)).blocks if block.kind.value != "title"]
    read = []
    for block in blocks:
        sign = SIGNS.get(block.kind.value, "| " if block.row else "")
        if block.kind.value == "list item":
            sign = f"{block.number or '*' * block.level} "
        read.append(f"{sign}{block.text}")
    assert meant == read


@pytest.mark.parametrize("name", TOLD)
def test_it_is_told_once(name: str) -> None:
    """What can be meant in two ways, or would be lost, is told once, with its code."""
    body, code = TOLD[name]
    with pytest.raises(LeafletError) as caught:
        read_leaflet(copy(body))
    assert [code] == [found.code for found in caught.value.diagnostics]


@pytest.mark.parametrize("name", WARNED)
def test_it_is_warned_of_once(name: str) -> None:
    """What is printed as it stands, and was mostly meant otherwise, is a warning, once."""
    body, code = WARNED[name]
    assert [code] == [found.code for found in read_leaflet(copy(body)).warnings]


@pytest.mark.parametrize("body", SILENT)
def test_signs_of_text_are_no_warning(body: str) -> None:
    """Signs with a backslash, in code, in lines to write on and before names are text."""
    assert () == read_leaflet(copy(body)).warnings


def test_terms_that_follow_each_other_are_one_list() -> None:
    """A reader hears one list of terms, and how long it is, whatever empty lines stand between them."""
    leaflet = read_leaflet(copy("A\n:   one\n\nB\n:   two\n\n:   also two\n"))
    assert 1 == page(leaflet, LARGE_PRINT, logo="", cover="").count("<dl>")
