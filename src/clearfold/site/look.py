"""What pages of the site are dressed in, and how their templates are filled."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.labels import direction_of
from clearfold.site.words import labels

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Look:
    """What a page is dressed in: its style and script, as they stand in it."""

    style: str
    script: str

    @property
    def policy(self) -> str:
        """What a browser may do with the page (Content Security Policy 3)."""
        script = _hash(self.script) if self.script else "'none'"
        return (
            f"default-src 'none'; style-src {_hash(self.style)}; script-src {script}; img-src 'self' data: file:; "
            "base-uri 'none'; form-action 'none'"
        )


def dressed(colours: Mapping[str, str], script: str) -> Look:
    """Return what a page is dressed in: the association's colours, the sheets, and a script where one is named."""
    tokens = "".join(f"  --brand-{name}: {value};\n" for name, value in colours.items())
    sheets = "\n".join(_shipped(name) for name in ("web.css", "site.css"))
    return Look(f":root {{\n{tokens}}}\n{sheets}", _shipped(script) if script else "")


@lru_cache
def _shipped(name: str) -> str:
    return (styles_folder() / name).read_text("utf-8").strip()


def filled(template: str, lang: str, look: Look, **values: object) -> bytes:
    """Return a page as its template makes it of some values."""
    from markupsafe import Markup

    given = {"lang": lang, "words": labels(lang), "policy": look.policy}
    given |= {"style": Markup(look.style), "script": Markup(look.script)}
    return _environment().get_template(template).render({**given, **values}).strip().encode() + b"\n"


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["direction"] = direction_of
    return environment


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
