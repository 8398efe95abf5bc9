"""What the front matter says about a leaflet, as a form: its fields come from the models that a build reads it by."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel
from starlette.responses import JSONResponse, Response

from clearfold.press.front_matter.fields import FrontMatter
from clearfold.studio.copy.front_matter import NotWrittenError, Value, front_of, values_of, with_value
from clearfold.studio.pages import page
from clearfold.studio.routes.seeing import on_shelf
from clearfold.studio.routes.writing import Asked, RefusedError, asked, document_of, save_text, writer

if TYPE_CHECKING:
    from starlette.requests import Request


@dataclass(frozen=True, slots=True)
class Field:
    """A key of the front matter, and which shape its value has.

    A text, a day, a choice (of some words), a switch, a list (of texts), a map (of words and their meaning), or parts
    (that have names); ``choices`` are the words, or the names.
    """

    name: str
    shape: str
    choices: tuple[str, ...] = ()


@cache
def fields() -> tuple[Field, ...]:
    """Return the fields of the form, in the order of the model."""
    return tuple(_field(name, str(one.annotation), one.annotation) for name, one in FrontMatter.model_fields.items())


def _field(name: str, written: str, annotation: object) -> Field:
    kinds = [kind for kind in (annotation, *get_args(annotation)) if isinstance(kind, type)]
    for kind in kinds:
        if issubclass(kind, StrEnum):
            return Field(name, "choice", tuple(str(one) for one in kind))
        if issubclass(kind, BaseModel) and not written.startswith("tuple"):
            return Field(name, "parts", tuple(kind.model_fields))
    if written.startswith("tuple"):
        return Field(name, "list")
    if written.startswith("dict"):
        return Field(name, "map")
    if "bool" in written:
        return Field(name, "switch", ("true", "false"))
    return Field(name, "day" if "date" in written else "text")


async def show_about(request: "Request") -> Response:
    """Show the form of a copy's front matter."""
    one = asked(request)
    text, sha256 = one.text()
    values = values_of(text)
    shown = [field for field in fields() if _fits(field, values.get(field.name, ""))]
    left = [name for name in values if name not in {field.name for field in shown}]
    facts = {"fields": shown, "values": values, "left": left, "sha256": sha256, "there": front_of(text) is not None}
    return page(request, "about.html.j2", HTTPStatus.OK, copy=on_shelf(request), **facts)


async def put_about(request: "Request") -> Response:
    """Save the values that were changed; 422 names the key that cannot be written by a form."""
    one = asked(request)
    writer(one)
    given = (await document_of(request)).get("values")
    if not isinstance(given, dict):
        raise RefusedError(HTTPStatus.BAD_REQUEST, "no values")
    text = _changed(one, given)
    return save_text(one, text) if text is not None else JSONResponse({})


def _changed(one: Asked, given: dict[str, object]) -> str | None:
    before, _ = one.text()
    text = before
    known = {field.name for field in fields()}
    for key, value in given.items():
        if key not in known or not _is_value(value):
            raise RefusedError(HTTPStatus.BAD_REQUEST, str(key))
        try:
            text = with_value(text, key, _tidy(value))
        except NotWrittenError as error:
            raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from error
    return text if text != before else None


def _is_value(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(one, str) for one in value)
    if isinstance(value, dict):
        return all(isinstance(one, str) for one in value.values())
    return isinstance(value, str)


def _tidy(value: object) -> Value:
    """Return a value without the blanks around its texts, and without those that are empty."""
    if isinstance(value, list):
        return [text for text in map(_line, value) if text]
    if isinstance(value, dict):
        # A picture with alt: "" only decorates, which is something else than one of which nothing is said.
        kept = {key for key in value if _line(key) and (_line(value[key]) or (key == "alt" and value.get("image")))}
        return {_line(key): _line(said) for key, said in value.items() if key in kept}
    return _line(value)


def _line(text: object) -> str:
    return " ".join(str(text).split())


def _fits(field: Field, value: Value | None) -> bool:
    """Tell whether the form can show what stands there."""
    if value == "":
        return True
    if field.shape == "list":
        return isinstance(value, list)
    if field.shape in ("map", "parts"):
        return isinstance(value, dict) and (field.shape == "map" or set(value) <= set(field.choices))
    if field.shape in ("choice", "switch"):
        return value in field.choices
    return isinstance(value, str)
