"""Faults put into a finished site, as a hand or a broken upload would."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Change = Callable[[Path], object]
TEA, THE, SOUP = "tea/en/", "tea/fr/", "soup/fr/"
OLD = f"{TEA}older/2025-01-05-1.0/"
MARK = f"{TEA}older/fr/tea-fr.html"


@dataclass(frozen=True, slots=True)
class SiteFault:
    """One kind of fault: its name, the code that must tell of it, and what puts it into a folder."""

    name: str
    code: str
    put: Change


def _put(name: str, old: str, new: str) -> Change:
    def change(site: Path) -> None:
        text = (site / name).read_text("utf-8")
        assert old in text
        (site / name).write_text(text.replace(old, new), "utf-8")

    return change


def _copied(one: str, other: str) -> Change:
    return lambda site: (site / other).write_bytes((site / one).read_bytes())


def _without_an_entry(site: Path) -> None:
    feed = json.loads((site / "catalogue.json").read_text("utf-8"))
    feed["publications"].pop()
    (site / "catalogue.json").write_text(json.dumps(feed), "utf-8")


def _withdrawn(site: Path) -> None:
    """Let the page say that its leaflet is withdrawn, and leave its downloads."""
    _put(f"{TEA}tea-en.html", '"creativeWorkStatus":"Draft"', '"creativeWorkStatus":"Withdrawn"')(site)


FAULTS = (
    SiteFault("page that is gone", "SIT-001", lambda site: (site / f"{TEA}index.html").unlink()),
    SiteFault("download that is gone", "SIT-001", lambda site: (site / f"{TEA}tea-en.epub").unlink()),
    SiteFault("picture that is gone", "SIT-001", lambda site: (site / f"{TEA}cover.jpg").unlink()),
    SiteFault("dead link on the shelf", "SIT-001", _put("index.html", "tea/en/index.html", "tea/nl/index.html")),
    SiteFault("download of another leaflet", "SIT-002", _copied(f"{SOUP}soup-fr.epub", f"{TEA}tea-en.epub")),
    SiteFault("page of an older edition", "SIT-002", _put(f"{TEA}tea-en.html", "Boil", "Cook")),
    SiteFault("language of an entry", "SIT-003", _put("catalogue.xml", "language>fr<", "language>nl<")),
    SiteFault("title of an entry", "SIT-003", _put("catalogue.json", '"title": "Tea"', '"title": "Coffee"')),
    SiteFault("type of a file", "SIT-003", _put("catalogue.xml", "application/epub+zip", "application/pdf")),
    SiteFault("size of a file", "SIT-003", _put("catalogue.json", '"size": ', '"size": 1')),
    SiteFault("words of another leaflet", "SIT-003", _put(f"{TEA}index.html", "download>Tea:", "download>Soup:")),
    SiteFault("entry that is left out", "SIT-004", _without_an_entry),
    SiteFault("catalogue that is gone", "SIT-004", lambda site: (site / "catalogue.xml").unlink()),
    SiteFault("language between pages", "SIT-003", _put(f"{TEA}tea-en.html", 'hreflang="fr"', 'hreflang="de"')),
    SiteFault("page of another language that is gone", "SIT-001", lambda site: (site / f"{THE}tea-fr.html").unlink()),
    SiteFault("language of a link in a catalogue", "SIT-003", _put("catalogue.xml", 'hreflang="fr"', 'hreflang="nl"')),
    SiteFault("language of a link on the shelf", "SIT-003", _put("index.html", 'hreflang="en"', 'hreflang="nl"')),
    SiteFault(
        "language of the newer catalogue", "SIT-003", _put("catalogue.json", '"language": "fr"', '"language": "nl"')
    ),
    SiteFault("subject of another leaflet", "SIT-006", _put("index.html", ">Boissons<", ">Plats chauds<")),
    SiteFault("subject that is left out", "SIT-006", _put("index.html", 'section class="subjects"', "section")),
    SiteFault("subject in the catalogue", "SIT-006", _put("catalogue.xml", 'term="Drinks"', 'term="Food"')),
    SiteFault("subject in the newer catalogue", "SIT-006", _put("catalogue.json", '"Drinks"', '"Food"')),
    SiteFault("link to no subject", "SIT-001", _put(f"{TEA}index.html", "#subject-en-1", "#subject-en-9")),
    SiteFault("older version without its mark", "SIT-007", _put(f"{OLD}index.html", 'class="state"', 'class="note"')),
    SiteFault("older version under another number", "SIT-007", _put(f"{OLD}index.html", "Version 1.0", "Version 2.0")),
    SiteFault("older version for searches", "SIT-007", _put(f"{OLD}index.html", 'content="noindex"', 'content="all"')),
    SiteFault(
        "older version that leads nowhere",
        "SIT-001",
        _put(f"{OLD}index.html", 'class="read"><a href="', 'class="read"><a href="../'),
    ),
    SiteFault(
        "older version in the catalogue", "SIT-007", _put("catalogue.xml", f"{TEA}tea-en.epub", f"{OLD}tea-en.epub")
    ),
    SiteFault("older version on the shelf", "SIT-007", _put("index.html", f"{TEA}index.html", f"{OLD}index.html")),
    SiteFault("older version in the sitemap", "SIT-007", _put("sitemap.xml", f"{TEA}tea-en.html", f"{OLD}tea-en.html")),
    SiteFault("older version in the place of the newest", "SIT-002", _copied(f"{OLD}tea-en.epub", f"{TEA}tea-en.epub")),
    SiteFault(
        "older version that is not led to",
        "SIT-007",
        _put(f"{TEA}index.html", "older/2025-01-05-1.0/index.html", "index.html"),
    ),
    SiteFault(
        "way from an older version to another language that is gone", "SIT-001", lambda site: (site / MARK).unlink()
    ),
    SiteFault(
        "way from an older version to another leaflet",
        "SIT-007",
        _put(MARK, "../../../../tea/fr/", "../../../../soup/fr/"),
    ),
    SiteFault("way from an older version for searches", "SIT-007", _put(MARK, 'content="noindex"', 'content="all"')),
    SiteFault("withdrawn leaflet that is offered", "SIT-005", _withdrawn),
)
