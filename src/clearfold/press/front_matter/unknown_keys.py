"""Keys that are none of ours, and those that were probably meant."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from pydantic import BaseModel

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import counted
from clearfold.press.front_matter.fields import (
    ColourFields,
    ContactFields,
    CoverFields,
    EvaluationFields,
    LogoFields,
    PrintFields,
    SponsorFields,
    TypefaceFields,
)
from clearfold.press.front_matter.keys import LISTS
from clearfold.press.front_matter.yaml_text import Address, Yaml

INNER: Mapping[str, type[BaseModel]] = {
    "contact": ContactFields,
    "colours": ColourFields,
    "logo": LogoFields,
    "print": PrintFields,
    "cover": CoverFields,
    "evaluation": EvaluationFields,
    "typeface": TypefaceFields,
    "sponsors": SponsorFields,
}
# What keys are called in the languages that we have, and elsewhere: those of files, and those of maps in them.
_CALLED = {
    name: key
    for key, names in {
        "title": "titel titre kop titolo título titulo tytuł",
        "lang": "language languagecode locale taal langue sprache lingua idioma língua język",
        "subtitle": "ondertitel untertitel sous-titre soustitre sottotitolo subtítulo podtytuł",
        "version": "versie versión versão versione wersja",
        "status": "statut stato estado",
        "published": "datum data fecha pubdate publishdate stand gepubliceerd publié publication veröffentlicht "
        "bijgewerkt aktualisiert pubblicato publicado last_update",
        "review_by": "herzien herziening herzien_op review next_review nazicht révision réviser_le à_revoir "
        "überprüfung "
        "überarbeitung gültig_bis valid_until geldig_tot revisione revisión revisão przegląd",
        "publisher": "uitgever éditeur editeur herausgeber organisation organization organisatie vereniging verein "
        "editore editor editorial editora wydawca",
        "authors": "auteur auteurs autor autoren verfasser schrijver schrijvers autore autori autores autorzy",
        "reviewers": "nagelezen nagelezen_door relecture relecteurs geprüft_von gutachter revisori revisores "
        "recenzenci",
        "testers": "proeflezers testlezers testeurs testleser lecteurs_tests",
        "translated_by": "vertaling vertaler vertaald_door traduction traducteur übersetzung übersetzer traduzione "
        "traducción tradução tłumaczenie translator translators",
        "audience": "doelgroep zielgruppe public public_cible pubblico público destinatari destinatarios",
        "subjects": "onderwerp onderwerpen trefwoorden sujet sujets mots-clés mots_clés schlagwörter schlagworte thema "
        "themen topic topics argomenti temas tematy",
        "key_messages": "kernboodschap kernboodschappen kernpunten hoofdpunten messages_clés messages-clés points_clés "
        "kernbotschaften kernaussagen das_wichtigste key_points keypoints messaggi_chiave mensajes_clave",
        "abbreviations": "afkortingen abréviations abkürzungen abbreviazioni abreviaturas skróty acronyms",
        "glossary": "woordenlijst begrippen begrippenlijst verklarende_woordenlijst lexique glossaire glossar "
        "begriffe worterklärungen glossario glosario glossário słowniczek words",
        "sources": "bronnen bron quellen quelle references referenties références référence literatur literatuur "
        "fonti fuentes fontes źródła",
        "funding": "financiering financement finanzierung finanziamento financiación financiamento",
        "conflicts": "belangenconflicten belangen conflits conflits_d'intérêts interessenkonflikte",
        "contact": "contacts contactgegevens kontakt contatto contatti contacto contato coordonnées",
        "cover": "omslag voorblad couverture titelbild umschlag copertina portada capa okładka",
        "formats": "formaten vormen formate formati formatos",
        "online": "webadres weblink",
        "licence": "license licentie lizenz rights copyright licenza licencia licença licencja",
        "series": "reeks serie série reihe collana colección",
        "sponsors": "sponsoren sponsor partners partenaires förderer",
        "colours": "colors kleuren couleurs farben colori colores",
        "primary": "color colour",
        "typeface": "font fontfamily lettertype police schriftart",
        "phone": "tel telephone telefoon telefon téléphone telefono teléfono telefone",
        "email": "mail e-mail courriel correo",
        "hours": "uren openingsuren openingstijden horaires öffnungszeiten opening_hours orari horario horário",
        "address": "adres adresse anschrift indirizzo dirección endereço",
        "website": "site web homepage webseite",
        "image": "afbeelding picture bild immagine imagen",
    }.items()
    for name in names.split()
}
_NEAR = 0.7  # of letters alike: a key with a letter too many, and no other word


def meant_by(model: type[BaseModel], loc: Address) -> Address:
    """Return the address of the key that was probably meant, () where there is none near."""
    known, name = known_keys(model, loc[:-1]), str(loc[-1]).lower().replace(" ", "_")
    called = _CALLED.get(name)
    if called in known:
        return (*loc[:-1], called)
    near = get_close_matches(name, known, 1, _NEAR)
    return (*loc[:-1], near[0]) if near else ()


def known_keys(model: type[BaseModel], loc: Address) -> list[str]:
    """Return the keys that may stand at an address of a model."""
    return list((INNER.get(str(loc[0]), model) if loc else model).model_fields)


def unknown(model: type[BaseModel], document: Yaml, strange: Sequence[Address]) -> Iterator[Diagnostic]:
    """Say of each unknown key which was meant (SRC-011); of those of one map that stand outside it, once."""
    outside: dict[str, list[Address]] = {}
    for loc in strange:
        outer = _outer(model, loc)
        if outer:
            outside.setdefault(outer, []).append(loc)
            continue
        place, name = document.place(loc), ".".join(str(part) for part in loc)
        if meant := meant_by(model, loc):
            yield mistake("SRC-011", place, "near", name=name, meant=meant[-1])
        else:
            yield mistake("SRC-011", place, "other", name=name, known=", ".join(known_keys(model, loc[:-1])))
    for outer, locs in outside.items():
        keys = [str(loc[-1]) for loc in locs]
        names = counted(
            len(keys),
            "“{last}” belongs",
            "“{others}” and “{last}” belong",
            others="”, “".join(keys[:-1]),
            last=keys[-1],
        )
        said = {"names": names, "outer": outer, "key": locs[0][-1]}
        yield mistake("SRC-011", document.place(locs[0]), "inner", **said)


def _outer(model: type[BaseModel], loc: Address) -> str:
    """Return the key below which a key of the first column belongs, "" for none."""
    if len(loc) > 1:
        return ""
    name = str(loc[0]).lower()
    own = (key for key in INNER if key in model.model_fields and key not in LISTS)
    return next((key for key in own if _CALLED.get(name, name) in INNER[key].model_fields), "")
