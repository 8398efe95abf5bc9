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
# What keys are called in the languages that we have, and elsewhere.
_CALLED = {
    **dict.fromkeys(["titel", "titre", "kop", "titolo", "título", "titulo", "tytuł"], "title"),
    **dict.fromkeys(
        ["language", "languagecode", "locale", "taal", "langue", "sprache", "lingua", "idioma", "język"], "lang"
    ),
    **dict.fromkeys(
        ["ondertitel", "untertitel", "sous-titre", "soustitre", "sottotitolo", "subtítulo", "podtytuł"], "subtitle"
    ),
    **dict.fromkeys(
        ["auteur", "auteurs", "autor", "autoren", "schrijver", "autore", "autori", "autores", "autorzy"], "authors"
    ),
    **dict.fromkeys(["uitgever", "éditeur", "editeur", "herausgeber", "organisation", "organization"], "publisher"),
    **dict.fromkeys(["datum", "data", "fecha", "pubdate", "publishdate"], "published"),
    **dict.fromkeys(["license", "licentie", "lizenz", "rights", "copyright"], "licence"),
    **dict.fromkeys(["bronnen", "quellen", "references", "referenties"], "sources"),
    **dict.fromkeys(["doelgroep", "zielgruppe", "public"], "audience"),
    **dict.fromkeys(["onderwerp", "onderwerpen", "sujet", "sujets", "thema", "themen", "topic", "topics"], "subjects"),
    **dict.fromkeys(["colors", "kleuren", "couleurs", "farben"], "colours"),
    **dict.fromkeys(["color", "colour"], "primary"),
    **dict.fromkeys(["font", "fontfamily", "lettertype"], "typeface"),
    **dict.fromkeys(["tel", "telephone", "telefoon", "telefon", "téléphone", "telefono", "teléfono"], "phone"),
    **dict.fromkeys(["mail", "e-mail", "courriel", "correo"], "email"),
    **dict.fromkeys(["uren", "openingsuren", "openingstijden", "horaires", "öffnungszeiten", "opening_hours"], "hours"),
    **dict.fromkeys(["reeks", "serie", "série", "reihe"], "series"),
    **dict.fromkeys(["sponsoren", "sponsor", "partners", "partenaires"], "sponsors"),
    **dict.fromkeys(["site", "web", "homepage"], "website"),
}


def meant_by(model: type[BaseModel], loc: Address) -> Address:
    """Return the address of the key that was probably meant, () where there is none near."""
    known, name = known_keys(model, loc[:-1]), str(loc[-1]).lower().replace(" ", "_")
    called = _CALLED.get(name)
    if called in known:
        return (*loc[:-1], called)
    near = get_close_matches(name, known, 1)
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
