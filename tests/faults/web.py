"""Faults put into a finished web page, as text: what it shows, what it asks for, where it leads, what it says."""

import re
from collections.abc import Callable
from random import Random

from tests.faults.fault import Injected, fault

Change = Callable[[str, Random], str | None]


def _with(change: Change) -> Callable[[bytes, Random], Injected | None]:
    def inject(data: bytes, random: Random) -> Injected | None:
        changed = change(data.decode(), random)
        return Injected(changed.encode()) if changed is not None else None

    return inject


def put(pattern: str, new: str) -> Change:
    """Return what puts other text in the place of some match of a pattern in the body."""

    def change(page: str, random: Random) -> str | None:
        body = page.index("<body")
        found = [one for one in re.finditer(pattern, page, re.DOTALL) if one.start() >= body]
        return _put(page, random.choice(found), new) if found else None

    return change


def head(pattern: str, new: str) -> Change:
    """Return what puts other text in the place of the last match of a pattern in the head."""

    def change(page: str, _: Random) -> str | None:
        body = page.index("<body")
        found = [one for one in re.finditer(pattern, page, re.DOTALL) if one.start() < body]
        return _put(page, found[-1], new) if found else None

    return change


def _put(page: str, found: re.Match[str], new: str) -> str:
    return page[: found.start()] + found.expand(new) + page[found.end() :]


def _another_picture(page: str, random: Random) -> str | None:
    """Show one picture in the place of another."""
    sources = list(dict.fromkeys(re.findall(r'src="(data:image[^"]+)"', page)))
    if len(sources) < 2:
        return None
    one, two = random.sample(sources, 2)
    return page.replace(one, two, 1)


def _other_bytes(page: str, random: Random) -> str | None:
    source = random.choice(re.findall(r'src="(data:image[^"]+)"', page))
    return page.replace(source, source[:-8] + "AAAA" + source[-4:])


def _exchanged(page: str, _: Random) -> str:
    """Exchange where the first two entries of the contents lead."""
    one, two = map(str, re.findall(r'<li><a href="#[^"]+">', page)[:2])
    before, after = page.split(one, 1)
    return f"{before}{two}{after.replace(two, one, 1)}"


def _swapped(one: str, two: str) -> Change:
    """Return what exchanges what two patterns find first, one after the other."""

    def change(page: str, _: Random) -> str | None:
        first, second = re.search(one, page), re.search(two, page)
        if not first or not second or first.end() > second.start():
            return None
        between = page[first.end() : second.start()]
        return page[: first.start()] + second[0] + between + first[0] + page[second.end() :]

    return change


P = r"<p>(?=[^<]{20})"
TEXTS = "TXT-001 TXT-002 TXT-003 TXT-005"
FAULTS = (
    fault(
        "web",
        "picture from elsewhere",
        "WEB-001",
        _with(put(P, r'<p><img src="https://example.org/a.png" alt="">')),
        also="WEB-005 WEB-008",
    ),
    fault(
        "web",
        "style from elsewhere",
        "WEB-001",
        _with(head("</head>", '<link rel="stylesheet" href="a.css"></head>')),
        also="WEB-005",
    ),
    fault(
        "web",
        "base of all links",
        "WEB-001",
        _with(head("</head>", '<base href="https://example.org/"></head>')),
        also="WEB-005",
    ),
    fault(
        "web",
        "page that leads on",
        "WEB-001",
        _with(head("</head>", '<meta http-equiv="refresh" content="0; url=https://example.org"></head>')),
    ),
    fault("web", "frame", "WEB-005", _with(put(P, '<iframe src="https://example.org"></iframe><p>')), also="WEB-001"),
    fault(
        "web",
        "paragraph hidden by style",
        "WEB-002",
        _with(head("</style>", "section p:nth-child(2) { display: none }</style>")),
        also=f"{TEXTS} TXT-006 TXT-010 WEB-004 WEB-009",
    ),
    fault(
        "web",
        "words said by style",
        "WEB-002",
        _with(head("</style>", "section p::before { content: 'not ' }</style>")),
        also=f"{TEXTS} WEB-004 ALT-003 TXT-006",
    ),
    fault(
        "web",
        "second sheet",
        "WEB-002",
        _with(head("</head>", "<style>p { opacity: .5 }</style></head>")),
        also="WEB-004",
    ),
    fault(
        "web",
        "script that counts visitors",
        "WEB-003",
        _with(head("</head>", "<script type=module>fetch('https://example.org')</script></head>")),
        also="WEB-004",
    ),
    fault("web", "script of the page changed", "WEB-003", _with(head("const find =", "let find =")), also="WEB-004"),
    fault("web", "action on an element", "WEB-005", _with(put(P, "<p onclick='alert(1)'>"))),
    fault("web", "policy that lets scripts in", "WEB-004", _with(head("script-src ", "script-src 'unsafe-inline' "))),
    fault("web", "no policy", "WEB-004", _with(head(r'<meta http-equiv="Content[^>]*>', ""))),
    fault("web", "words struck out", "WEB-005", _with(put(r"<p>(\w+ )", r"<p><del>\1</del>"))),
    fault("web", "label on a paragraph", "WEB-005", _with(put(P, '<p aria-label="Other words">'))),
    fault(
        "web",
        "kept from screen readers",
        "WEB-005",
        _with(put(P, '<p aria-hidden="true">')),
        also=f"{TEXTS} TXT-006 TXT-010 TAG-008 WEB-013",
    ),
    fault("web", "hidden by an attribute", "WEB-005", _with(put(P, "<p hidden>")), also=f"{TEXTS} TXT-006 TXT-010"),
    fault("web", "style of its own", "WEB-005", _with(put(P, '<p style="color: #eee">'))),
    fault(
        "web",
        "letters turned round",
        "WEB-005",
        _with(put(r"<p>(\w+ )", r'<p><bdo dir="rtl">\1</bdo>')),
        also="WEB-013",
    ),
    fault("web", "role of a paragraph", "WEB-005", _with(put(P, '<p role="presentation">'))),
    fault(
        "web",
        "contents called otherwise",
        "WEB-005",
        _with(put(r'(<nav [^>]*)aria-label="[^"]+"', r'\1aria-label="x"')),
    ),
    fault(
        "web",
        "cell without the head before it",
        "WEB-005",
        _with(put(r'<span class="label" aria-hidden="true">[^<]*</span>', "")),
    ),
    fault("web", "part without its name", "WEB-005", _with(put(r' aria-labelledby="[^"]+"', ""))),
    fault(
        "web",
        "choices in another order",
        "WEB-005",
        _with(put(r"(<fieldset>.*?</fieldset>)\s*(<fieldset>.*?</fieldset>)", r"\2\1")),
    ),
    fault("web", "another choice", "WEB-005", _with(put(' value="wide"', ' value="wide" checked'))),
    fault(
        "web", "heads of cells said", "WEB-005", _with(put(' aria-hidden="true"', "")), also=f"{TEXTS} TAG-007 TXT-006"
    ),
    fault("web", "link without an address", "WEB-005", _with(put(r' href="tel:[^"]+"', "")), also="TAG-006"),
    fault("web", "bold words plain", "WEB-012", _with(put("<strong>(.*?)</strong>", r"\1"))),
    fault("web", "words raised", "WEB-012", _with(put(r"<p>(\w+) ", r"<p><sup>\1</sup> "))),
    fault("web", "title with a space less", "WEB-007", _with(head(r"<title>(\S+) ", r"<title>\1"))),
    fault("web", "two titles", "WEB-007", _with(head("</title>", "</title><title>x</title>")), also="WEB-005 CON-001"),
    fault("web", "editable text", "WEB-005", _with(put(P, "<p contenteditable>"))),
    fault("web", "link that leads nowhere", "WEB-006", _with(put(r'href="#[^"]+"', 'href="#nowhere"')), also="TAG-006"),
    fault("web", "contents exchanged", "WEB-006", _with(_exchanged)),
    fault(
        "web",
        "words that lead out of the page",
        "WEB-006",
        _with(put(r"<p>(\w+) ", r'<p><a href="https://example.org/">\1</a> ')),
    ),
    fault("web", "difficult word that does not say so", "WEB-006", _with(put(' role="doc-glossref"', ""))),
    fault(
        "web",
        "head of a row that is of a column",
        "WEB-005",
        _with(put('scope="row" role="rowheader"', 'scope="col" role="columnheader"')),
    ),
    fault(
        "web",
        "aids with the names of others",
        "WEB-005",
        _with(_swapped("(?<=<legend>)[^<]+", r"(?<=</fieldset>\n\n<fieldset>\n<legend>)[^<]+")),
    ),
    fault(
        "web",
        "choices with the names of others",
        "WEB-005",
        _with(_swapped(r'(?<="light">)[^<]+', r'(?<="dark">)[^<]+')),
    ),
    fault("web", "buttons exchanged", "WEB-005", _with(_swapped('class="read"', 'class="stop"'))),
    fault("web", "cards with a head of their own", "WEB-005", _with(put('class="stacked cards"', 'class="stacked"'))),
    fault(
        "web",
        "word with the meaning of another",
        "WEB-006",
        _with(put(r'role="doc-glossref" href="#[^"]+"', 'role="doc-glossref" href="#contact"')),
        also="WEB-005",
    ),
    fault(
        "web",
        "telephone number behind a link",
        "WEB-006",
        _with(put(r'href="tel:[^"]+"', 'href="tel:0800123"')),
        also="TAG-006",
    ),
    fault("web", "data of another date", "WEB-007", _with(head(r'"datePublished":"\d{4}', '"datePublished":"2019'))),
    fault(
        "web",
        "claim of a review",
        "WEB-007",
        _with(head(r'"accessibilityHazard":\["none"\]', '"accessibilityHazard":["none"],"reviewedBy":["Nobody"]')),
    ),
    fault(
        "web",
        "description of another leaflet",
        "WEB-007",
        _with(head(r'name="description" content="[^"]*"', 'name="description" content="Another leaflet"')),
    ),
    fault("web", "zoom forbidden", "WEB-007", _with(head("initial-scale=1", "initial-scale=1, user-scalable=no"))),
    fault("web", "another picture", "WEB-008", _with(_another_picture)),
    fault("web", "picture changed", "WEB-008", _with(_other_bytes)),
    fault(
        "web",
        "colour too pale",
        "WEB-009",
        _with(head(r"((?:  --brand[^\n]*\n)+)", r"\1  --brand-primary: #7a9cc6;\n")),
        also="WEB-004",
    ),
    fault(
        "web", "name given twice", "WEB-010", _with(put(r"<h2 id=\"[^\"]+\"", '<h2 id="text"')), also="WEB-005 WEB-006"
    ),
    fault(
        "web", "link to another leaflet", "WEB-011", _with(put(r'href="\.\./fr/[^"]+"', 'href="../fr/lupus-fr.html"'))
    ),
    fault("web", "link to a language that leads to another", "WEB-011", _with(put(r'href="\.\./fr/', 'href="../de/'))),
    fault("web", "link out of the leaflet", "WEB-011", _with(put(r'href="\.\./fr/', 'href="https://example.org/fr/'))),
    fault("web", "language of a link to another", "WEB-011", _with(put('hreflang="fr"', 'hreflang="it"'))),
    fault(
        "web", "language of the name of a language", "WEB-011", _with(put('lang="fr" hreflang', 'lang="nl" hreflang'))
    ),
    fault("web", "name of a language", "WEB-011", _with(put(">Français<", ">Frans<"))),
    fault(
        "web",
        "names of languages exchanged",
        "WEB-011",
        _with(put(r">Deutsch<(.*)>Français<", r">Français<\1>Deutsch<")),
    ),
    fault("web", "language left out", "WEB-011", _with(put(r'<li><a href="\.\./fr/[^\n]*\n', ""))),
    fault("web", "no list of languages", "WEB-011", _with(put(r'<nav class="languages">.*?</nav>', ""))),
    fault(
        "web", "two languages of the page", "WEB-011", _with(put('hreflang="fr"', 'hreflang="fr" aria-current="page"'))
    ),
    fault(
        "web", "words among the languages", "WEB-011", _with(put('(<nav class="languages">)', r"\1 Take two a day."))
    ),
    fault(
        "web",
        "paragraph among the languages",
        "WEB-011",
        _with(put('(<nav class="languages">)', r"\1<p>Take two.</p>")),
    ),
    fault(
        "web",
        "list of languages elsewhere",
        "WEB-011",
        _with(put(r'(<nav class="languages">.*?</nav>)(.*<main[^>]*>)', r"\2\1")),
        also=f"{TEXTS} WEB-005 WEB-013 TAG-006",
    ),
    fault(
        "web",
        "second list of languages",
        "WEB-005",
        _with(put(r'(<nav class="languages">.*?</nav>)', r"\1\1")),
        also=f"{TEXTS} TAG-006",
    ),
    fault(
        "web",
        "subject of another leaflet",
        "WEB-007",
        _with(head('"publisher":', '"about":[{"@type":"Thing","name":"Gout"}],"publisher":')),
    ),
    fault(
        "web",
        "another picture on sharp screens",
        "WEB-005",
        _with(put("<img ", '<img srcset="data:image/svg+xml,%3Csvg/%3E 2x" ')),
    ),
    fault("web", "box without its role", "WEB-005", _with(put(' role="note"', ""))),
    fault("web", "cell with headers of its own", "WEB-005", _with(put("<td ", '<td headers="text" '))),
    fault("web", "page of former times", "WEB-005", _with(head("<!DOCTYPE html>", ""))),
    fault("web", "line broken", "WEB-005", _with(put(r"<p>(\w+) ", r"<p>\1<br>"))),
    fault("web", "rule between paragraphs", "WEB-005", _with(put(r"</p>\n<p>", "</p>\n<hr>\n<p>"))),
    fault(
        "web",
        "head of a table at its foot",
        "WEB-005",
        _with(put("<thead([^>]*)>(.*?)</thead>", r"<tfoot\1>\2</tfoot>")),
        also=f"{TEXTS} TAG-003 TAG-007",
    ),
    fault("web", "button that says another word", "WEB-005", _with(put('data-close="[^"]+"', 'data-close="Open"'))),
    fault("web", "telephone number that is no link", "WEB-006", _with(put(r'<a href="tel:[^>]*>(.*?)</a>', r"\1"))),
    fault("web", "way past the aids that leads elsewhere", "WEB-006", _with(put('href="#text"', 'href="#contact"'))),
    fault(
        "web",
        "difficult word that leads nowhere",
        "WEB-006",
        _with(put('<a class="glossref"[^>]*>([^<]*)</a>', r"\1")),
    ),
    fault(
        "web",
        "abbreviation that leads nowhere",
        "WEB-006",
        _with(put('<a class="glossref"[^>]*>(<abbr[^>]*>[^<]*</abbr>)</a>', r"\1")),
    ),
    fault("web", "word parted by a sign that nobody sees", "WEB-012", _with(put(r"<p>(\w\w)(?=\w)", "<p>\\1\u200b"))),
    fault("web", "short word that may be parted", "WEB-012", _with(put(r"<p>(\w\w)(?=\w{1,4} )", "<p>\\1\u00ad"))),
    fault(
        "web",
        "sentence that does not break its lines",
        "WEB-013",
        _with(put(r"<p>(\w+ \w+ )", r'<p><span class="whole">\1</span>')),
    ),
    fault("web", "direction of a paragraph", "WEB-013", _with(put(P, '<p dir="rtl">'))),
    fault(
        "web",
        "paragraph in the clothes of an aid",
        "WEB-013",
        _with(put(P, '<p class="skip">')),
        also="WEB-005 WEB-006",
    ),
    fault(
        "web",
        "paragraph in the clothes of a label",
        "WEB-013",
        _with(put(P, '<p class="label spoken">')),
        also="WEB-005",
    ),
    fault("web", "paragraph that does not break its lines", "WEB-013", _with(put(P, '<p class="whole">'))),
    fault("web", "cells joined", "WEB-013", _with(put("<td", '<td colspan="2"')), also="TAG-003"),
    fault("web", "letters from right to left", "WEB-013", _with(head('dir="ltr"', 'dir="rtl"'))),
    fault(
        "web",
        "name of the contents",
        "WEB-005",
        _with(put('doc-toc" aria-label="[^"]+"', 'doc-toc" aria-label="Buy"')),
    ),
    fault("web", "section named by another", "WEB-005", _with(put('labelledby="[^"]+"', 'labelledby="text"'))),
    fault("web", "aid that does another thing", "WEB-005", _with(put('value="dark"', 'value="soft"'))),
    fault("web", "aid that is chosen beforehand", "WEB-005", _with(put('value="soft"', 'value="soft" checked=""'))),
    fault("web", "icon of its own", "WEB-005", _with(head('href="data:,"', 'href="data:image/png;base64,AAAA"'))),
    fault(
        "web",
        "language for servers",
        "WEB-005",
        _with(head("</head>", '<meta http-equiv="content-language" content="pl"></head>')),
    ),
    fault("web", "word lost", TEXTS, _with(put(r"(?<=[a-z] )\w+ (?=\w+ \w+)", ""))),
    fault("web", "another number", "TXT-002", _with(put("(?<=[ \u00a0])[0-8](?=[ \u00a0.,])", "9"))),
    fault(
        "web",
        "paragraph given twice",
        "TXT-004 TXT-005",
        _with(put(r"<p>([^<]{40,})</p>", r"<p>\1</p><p>\1</p>")),
        also="TXT-002 WEB-013",
    ),
    fault("web", "heading made a paragraph", "TAG-001", _with(put(r"<h3[^>]*>([^<]+)</h3>", r"<p>\1</p>"))),
    fault(
        "web", "language of the page", "CON-002", _with(head(r'<html lang="[^"]+"', '<html lang="pl"')), also="TAG-004"
    ),
    fault("web", "title of the page", "CON-001", _with(head(r"<title>[^<]+", "<title>Another leaflet"))),
)
