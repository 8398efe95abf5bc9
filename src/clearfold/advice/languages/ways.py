"""The words of each language that help nobody to find a way: of links, of headings, of text alternatives."""

from collections.abc import Mapping
from dataclasses import dataclass


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.split(","))


@dataclass(frozen=True, slots=True)
class Ways:
    """Link texts and headings that say nothing, in small letters; how an alternative begins that says “picture of”.

    ``common`` are the words of four letters or more that any sentence may have.
    """

    links: frozenset[str]
    headings: frozenset[str]
    picture_of: str
    common: frozenset[str]


WAYS: Mapping[str, Ways] = {
    "nl": Ways(
        links=_lines(
            "hier, klik hier, klik, lees meer, meer lezen, meer, meer info, meer informatie, link, deze link, website, "
            "de website, lees verder, verder, lees hier, deze pagina, ga naar"
        ),
        headings=_lines(
            "algemeen, inleiding, info, informatie, varia, diversen, overige, overig, algemene informatie, "
            "introductie, "
            "achtergrond, extra, opmerkingen, opmerking, belangrijk, meer informatie, meer info, andere, nuttig, "
            "voorwoord, "
            "tekst, deel 1, deel 2, deel 3"
        ),
        picture_of=r"(?:een |deze |de )?(?:afbeelding|plaatje|prent|illustratie|figuur|beeld) (?:van|met|waarop"
        r"|toont)\s+",
        common=frozenset(
            "deze voor maar niet niets wordt worden werd kunnen hebben heeft zijn haar hun jouw jullie naar over "
            "onder tussen "
            "ook meer veel nog wel waar wanneer omdat door soms vaak altijd nooit alle andere ander heel erg echt "
            "kunt moet "
            "moeten mogen wilt willen deze dit welke eigen nodig doen doet gaat gaan geen mensen zonder tijdens iets "
            "iemand "
            "blijven blijft zich elke iedere waarom zodat krijgt krijgen maakt maken".split()
        ),
    ),
    "fr": Ways(
        links=_lines(
            "ici, cliquez ici, cliquer ici, en savoir plus, savoir plus, lire plus, lire la suite, plus, plus d’infos, "
            "plus d'infos, lien, ce lien, site, le site, site web, suite, cette page, voir ici, plus d’informations"
        ),
        headings=_lines(
            "généralités, général, introduction, infos, informations, information, divers, autres, autre, contexte, "
            "extra, "
            "remarques, remarque, important, plus d’informations, préface, avant-propos, informations générales, "
            "texte, "
            "partie 1, partie 2, partie 3"
        ),
        picture_of=r"(?:une |cette |l[’'])?(?:image|illustration|figure) (?:de la |de l[’']|de |d[’']|du |des "
        r"|montrant |qui montre )",
        common=frozenset(
            "pour dans avec sans mais vous votre vos nous notre leur leurs elle elles ils sont être avoir avez fait "
            "faire "
            "peut peuvent pouvez plus moins très aussi cette ceux celle comme quand lorsque parce entre après avant "
            "même "
            "tout toute tous toutes autre autres certains certaines souvent parfois toujours jamais encore bien doit "
            "devez "
            "personnes chaque depuis pendant chez vers donc ainsi".split()
        ),
    ),
    "de": Ways(
        links=_lines(
            "hier, hier klicken, klicken sie hier, mehr, mehr lesen, weiterlesen, mehr erfahren, mehr infos, link, "
            "diesen link, dieser link, website, webseite, weiter, diese seite, mehr informationen"
        ),
        headings=_lines(
            "allgemeines, einleitung, einführung, info, infos, information, informationen, sonstiges, verschiedenes, "
            "hintergrund, allgemeine informationen, hinweis, hinweise, wichtig, weiteres, vorwort, extra, text, "
            "anderes, "
            "teil 1, teil 2, teil 3"
        ),
        picture_of=r"(?:ein |das |dieses |eine )?(?:bild|abbildung|illustration|darstellung) (?:von |mit |zeigt "
        r"|des |der |einer |eines )",
        common=frozenset(
            "diese dieser dieses nicht nichts werden wird wurde können kann haben ihre ihren ihrem ihrer sein sind "
            "eine einen "
            "einem einer eines über unter zwischen auch mehr viel noch wenn weil durch manchmal immer alle andere "
            "anderen sehr "
            "müssen sollen sollten dürfen wollen welche eigene keine menschen ohne während etwas jemand bleiben sich "
            "jede jeden "
            "warum damit machen macht bekommen oder aber doch nach dann dass gibt bitte".split()
        ),
    ),
    "en": Ways(
        links=_lines(
            "here, click here, click, read more, more, more info, more information, learn more, find out more, link, "
            "this link, website, the website, this page, see here, continue, go"
        ),
        headings=_lines(
            "general, introduction, info, information, miscellaneous, other, others, background, general "
            "information, notes, "
            "note, important, more information, overview, preface, foreword, extra, text, various, part 1, part 2, "
            "part 3"
        ),
        picture_of=r"(?:an? |this |the )?(?:picture|image|illustration|graphic|figure) (?:of |showing |that shows "
        r"|with )",
        common=frozenset(
            "this that these those with without your yours have been being from into than then they them their there "
            "when "
            "what which while where will would could should shall about after before between under over more most "
            "much many "
            "some other others also very only even often sometimes always never people does doing done make makes "
            "each every "
            "because during both such".split()
        ),
    ),
}
