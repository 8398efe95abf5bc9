"""Web page: its list of languages leads to this leaflet in each of them, under the language's own name."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from babel import Locale, UnknownLocaleError

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Transcript
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.html.elements import name_of
from clearfold.proof.readers.web.languages import LANGUAGES, LanguageLink, language_links, list_of

Shape = tuple[str, tuple[tuple[str, str], ...], str]
"""An element, its attributes by name, and its own words."""
TOGETHER, BESIDE = "languages", "languages beside"
"""Facts of the copy: in which languages it was built together with this one, and which sets stand beside its own."""


def other_languages(evidence: Evidence) -> Iterator[Diagnostic]:
    """Hold each entry of the list against the languages of the leaflet, and the list against how it is made."""
    page, facts = evidence.web, dict(evidence.expected.facts)
    if page is None or not evidence.ours:
        return
    entries = list(language_links(page))
    said = [entry.lang for entry in entries]
    if TOGETHER in facts and said != (known := _listed(facts[TOGETHER])):
        fact = message(
            "it leads to {said}, and the leaflet was made in {known}",
            said=", ".join(said) or message("none"),
            known=", ".join(known) or message("this one"),
        )
        yield finding("WEB-011", None, found=", ".join(said), fact=fact)
        return
    dead = [lang for lang in said if BESIDE in facts and lang not in _listed(facts[BESIDE])]
    for lang in dead:
        yield finding("WEB-011", None, found=lang, fact=message("the leaflet in {lang} is not there", lang=lang))
    listed = list_of(page.root)
    if listed is None:
        return
    found, ours = list(_shapes(listed)), list(_expected(evidence.expected, entries))
    for one, other in zip(found, ours, strict=False):
        if one != other:
            yield finding("WEB-011", None, expected=_written(other), found=_written(one), fact=_written(one))
            return
    if len(found) != len(ours) or len(entries) < 2:  # a list of one leads nowhere
        yield finding(
            "WEB-011",
            None,
            fact=message(
                "{found} elements in the list, for {entries} languages", found=len(found), entries=len(entries)
            ),
        )


def _listed(text: str) -> list[str]:
    return [lang for lang in text.split("\n") if lang]


def _expected(expected: Transcript, entries: list[LanguageLink]) -> Iterator[Shape]:
    """Yield what a list of those languages is made of."""
    leaflet, langs = dict(expected.facts).get("id", ""), [entry.lang for entry in entries]
    yield "nav", (("class", LANGUAGES),), ""
    yield "ul", (), ""
    for lang in sorted(set(langs)):
        yield "li", (), ""
        if lang == expected.lang:
            yield "span", (("aria-current", "page"), ("lang", lang)), _own_name(lang, langs)
        else:
            href = f"../{lang}/{leaflet}-{lang}.html"
            yield "a", (("href", href), ("hreflang", lang), ("lang", lang)), _own_name(lang, langs)
    if expected.lang not in langs:
        yield "span", (("aria-current", "page"), ("lang", expected.lang)), ""


def _shapes(listed: Element) -> Iterator[Shape]:
    for element in listed.iter():
        words = " ".join([element.text or "", *((child.tail or "") for child in element)])
        yield name_of(element), tuple(sorted(element.attrib.items())), " ".join(words.split())


def _written(shape: Shape) -> str:
    name, attributes, words = shape
    return f"<{' '.join((name, *(f'{key}=“{value}”' for key, value in attributes)))}> {words}".strip()


def _own_name(lang: str, langs: list[str]) -> str:
    """Return what a language is called by those who speak it, by CLDR: with its region where two share a name."""
    tags = [lang.lower().replace("_", "-").split("-") for lang in langs]
    primary = lang.lower().split("-")[0]
    several = len({tuple(tag) for tag in tags if tag[0] == primary}) > 1
    for tag in (lang, primary) if several else (primary,):
        try:
            locale = Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
        name = (locale.get_display_name() if several else locale.get_language_name()) or lang
        return name[0].upper() + name[1:]
    return lang
