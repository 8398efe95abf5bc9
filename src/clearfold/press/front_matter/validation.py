"""From the values of a YAML file to its fields, with a diagnostic in a writer's words for each that cannot be one."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from clearfold.model.braille import Grade, PageSize
from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location, Severity
from clearfold.model.messages import Language, Message, counted, joined, message
from clearfold.press.front_matter.cures import cure
from clearfold.press.front_matter.fields import FrontMatter
from clearfold.press.front_matter.keys import LISTS, MEANT, OTHERS
from clearfold.press.front_matter.unknown_keys import meant_by, unknown
from clearfold.press.front_matter.yaml_text import Address, Tree, Yaml
from clearfold.press.leaflet import Density, Design, Focus, PdfProfile, Status

CHOICES: Mapping[str, type[StrEnum]] = MappingProxyType(
    {
        "pdf_profile": PdfProfile,
        "program_language": Language,
        "status": Status,
        "design": Design,
        "focus": Focus,
        "density": Density,
        "braille_page": PageSize,
        "braille_grade": Grade,
    }
)
M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], document: Yaml) -> M | None:
    """Return the values as the model has them, or None with a diagnostic for each mistake."""
    if any(found.severity is Severity.ERROR for found in document.diagnostics):
        return None
    if model is FrontMatter:
        document.diagnostics += _of_others(document)
    _listed(document.values)
    try:
        return model.model_validate(document.values)
    except ValidationError as error:
        document.diagnostics += _explained(model, document, error)
        return None


def _of_others(document: Yaml) -> Iterator[Diagnostic]:
    """Take the keys of other programs out: those that say what ours say as ours, of the rest a warning tells."""
    values, places = document.values, document.places
    for theirs, ours in MEANT.items():
        if theirs in values and ours not in values:
            values[ours], document.called[ours] = values.pop(theirs), theirs
            for place in [place for place in places if place[:1] == (theirs,)]:
                places[ours, *place[1:]] = places[place]
    names = [name for name in values if name in OTHERS or name in MEANT]
    for name in names:
        del values[name]
    if names:
        told = counted(
            len(names),
            "“{last}” is a key",
            "“{others}” and “{last}” are keys",
            others="”, “".join(names[:-1]),
            last=names[-1],
        )
        yield mistake("SRC-019", document.place((names[0],)), names=told)


def _listed(values: dict[str, Tree]) -> None:
    """Make a list of one of a text that stands where a list is asked for."""
    for key in LISTS & set(values):
        value = values[key]
        if isinstance(value, str) and value and "\n" not in value.strip():
            values[key] = [value]


def _explained(model: type[BaseModel], document: Yaml, error: ValidationError) -> Iterator[Diagnostic]:
    faults = error.errors(include_url=False)
    strange = [item["loc"] for item in faults if item["type"] == "extra_forbidden"]
    yield from unknown(model, document, strange)
    told = {meant_by(model, loc) for loc in strange}
    for item in faults:
        kind, loc = item["type"], item["loc"]
        # A key that is written in another way is one mistake, and not two.
        if kind == "extra_forbidden" or (kind == "missing" and loc in told):
            continue
        yield _explain(document, kind, loc, _reason(item), item["input"])


def _reason(item: ErrorDetails) -> str:
    """Return what is wrong with a value: in our own words where we have looked, else in those of pydantic."""
    error = item.get("ctx", {}).get("error")
    return error.args[0] if isinstance(error, ValueError) and isinstance(error.args[0], Message) else item["msg"]


def _explain(document: Yaml, kind: str, loc: Address, reason: str, value: object) -> Diagnostic:
    place = document.place(loc)
    loc = (document.called.get(str(loc[0]), loc[0]), *loc[1:]) if loc else loc
    name = named(loc)
    match kind:
        case "missing":
            return mistake("SRC-010", place, name=name, line=_line(loc))
        case "string_type":
            return mistake("SRC-012", place, "text", name=name, shape=_shape(value), cure=_text(loc, value))
        case "tuple_type":
            return mistake("SRC-012", place, "list", name=name, shape=_shape(value))
        case "dict_type" | "model_type" | "model_attributes_type":
            return mistake("SRC-012", place, "map", name=name, shape=_shape(value), cure=_map(loc, value))
        case "enum":
            return mistake("SRC-012", place, "choice", name=name, value=value, cure=_choice(loc, str(value)))
        case "bool_parsing" | "bool_type":
            return mistake("SRC-012", place, "switch", name=name, value=value)
        case "string_too_short":
            if loc in (("title",), ("lang",), ("name",)):
                return mistake("SRC-012", place, "needed", name=name, key=loc[-1])
            return mistake("SRC-012", place, "empty", name=name)
        case _:
            return _impossible(document, place, loc, reason, value)


def named(loc: Address) -> str:
    """Return the name of a value as people say it: ``contact.phone``, ``authors, item 1``."""
    return "".join(f", item {part + 1}" if isinstance(part, int) else f".{part}" for part in loc).removeprefix(".")


def _choice(loc: Address, value: str) -> str:
    choices = tuple(str(choice) for choice in CHOICES[str(loc[-1])])
    bare = value.strip(" \"'“”„").lower()
    return (
        message("write “{loc}: {bare}”", loc=loc[-1], bare=bare)
        if bare in choices
        else message("choose one of: {choices}", choices=joined(", ", choices))
    )


def _line(loc: Address) -> str:
    if len(loc) == 1:
        return message("add a line “{loc}: …”", loc=loc[0])
    what = message(', with what the picture shows, or with “""” if it only decorates') if loc[-1] == "alt" else ""
    return message("add, below “{loc}:”, a line “  {loc2}: …”{what}", loc=loc[0], loc2=loc[-1], what=what)


def _impossible(document: Yaml, place: Location, loc: Address, fact: str, value: object) -> Diagnostic:
    if not loc:
        if "later" in fact:
            return mistake("SRC-013", document.place(("review_by",)), "later", reason=fact)
        return mistake("SRC-013", document.place(("status",)), "undated", reason=fact)
    name = named(loc)
    if not isinstance(value, str):
        return mistake("SRC-013", place, "shape", name=name, key=loc[-1])
    right = cure(str(loc[-1]), value, str(document.values.get("lang")))
    return mistake("SRC-013", place, "value", name=name, reason=fact, cure=right)


def _text(loc: Address, value: object) -> str:
    """Return what to write in place of a list or of keys where a text is asked for."""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return message("write “{loc}: {value}” on one line", loc=loc[-1], value=value[0])
    if isinstance(loc[-1], int):
        name = value.get("name") if isinstance(value, dict) else None
        if isinstance(name, str):
            return message("write “- {name}”", name=name)
        if isinstance(value, dict) and len(value) == 1 and all(isinstance(part, str) for part in value.values()):
            (pair,) = value.items()
            return message('put quotation marks around it: "{pair}: {pair2}"', pair=pair[0], pair2=pair[1])
        return message("write one text behind the hyphen")
    return message("write “{loc}: …” on one line", loc=loc[-1])


def _map(loc: Address, value: object) -> str:
    """Return what to write in place of a text or a list where keys with their texts are asked for."""
    if loc[-1] in ("cover", "logo"):
        picture = value if isinstance(value, str) and value else "images/picture.png"
        return message(
            "write “{loc}:”, below it “  image: {picture}”, and below that “  alt: ” with what it shows",
            loc=loc[-1],
            picture=picture,
        )
    if loc[-1] in ("abbreviations", "glossary"):
        return message(
            "write “{loc}:”, and below it each word with its meaning on a line, such as “  word: its meaning”",
            loc=loc[-1],
        )
    if loc[-1] == "contact":
        return message(
            "write “contact:”, and below it what there is of “  text: …”, “  phone: …”, “  email: …”, “  website: …”"
        )
    return message("write one “name: value” a line, two spaces to the right")


def _shape(value: object) -> str:
    return {"list": message("a list"), "dict": message("keys and values"), "str": message("a text")}.get(
        type(value).__name__, message("this")
    )
