"""A site holds all published leaflets, says what is true of them, and is told where it does not."""

import json
import shutil
from pathlib import Path
from threading import Thread
from urllib.request import urlopen
from xml.etree import ElementTree

import pytest

from clearfold.cli.main import main
from clearfold.cli.serve import server
from clearfold.model.errors import UsageError
from clearfold.proof.html.parser import parse_page
from clearfold.proof.site.prove import prove_site
from clearfold.site.make import make_site
from tests.site.conftest import SOUP, project
from tests.site.faults import FAULTS, SiteFault

ATOM = {"a": "http://www.w3.org/2005/Atom", "dc": "http://purl.org/dc/terms/"}
ADDRESS = "https://example.org/leaflets/"


def words(path: Path) -> list[str]:
    """Return the words of each link of a page."""
    root = parse_page(path.read_text("utf-8"))
    return [" ".join("".join(link.itertext()).split()) for link in root.iter("a")]


def test_shelf_has_each_leaflet_in_its_language(made: Path) -> None:
    """The index leads to the page of each leaflet, under its language, with words that can be searched."""
    root = parse_page((made / "site/index.html").read_text("utf-8"))
    sections = {section.get("lang"): section for section in root.iter("section") if section.get("lang")}
    assert {"en": "tea/en/index.html", "fr": "soup/fr/index.html"} == {
        lang: next(section.iter("a")).get("href") for lang, section in sections.items()
    }
    assert ["Faire la soupe"] == [item.get("data-words") for item in sections["fr"].iter("li")]


def test_page_of_a_leaflet_names_each_download(made: Path) -> None:
    """A link's own words say which leaflet, in which form, for what: they are read out of their place."""
    assert [
        "All leaflets",
        "Read this leaflet here",
        "Tea: E-book. For an e-reader or a telephone.",
        "Tea: Large print, A4. To print.",
        "How these files were checked",
    ] == words(made / "site/tea/en/index.html")


def test_pages_have_the_colours_of_the_association(made: Path) -> None:
    """What publisher.yaml says is in the style of the site too."""
    assert "--brand-primary: #5c1230;" in (made / "site/index.html").read_text("utf-8")


def test_catalogue_for_older_readers_offers_each_file(made: Path) -> None:
    """OPDS 1.2: each entry has its language, its files with their types, and a cover."""
    feed = ElementTree.parse(made / "site/catalogue.xml").getroot()
    entries = {entry.findtext("a:title", "", ATOM): entry for entry in feed.findall("a:entry", ATOM)}
    assert {"Tea": "en", "Soupe": "fr"} == {t: e.findtext("dc:language", "", ATOM) for t, e in entries.items()}
    found = entries["Tea"].findall("a:link", ATOM)
    links = {(link.get("rel", "").rpartition("/")[2], link.get("type")) for link in found}
    assert {
        ("open-access", "application/epub+zip"),
        ("open-access", "application/pdf"),
        ("image", "image/jpeg"),
        ("thumbnail", "image/jpeg"),
        ("alternate", "text/html"),
    } == links


def test_catalogue_for_newer_readers_has_a_picture_of_each_book(made: Path) -> None:
    """OPDS 2.0 wants at least one picture that is no SVG."""
    feed = json.loads((made / "site/catalogue.json").read_text("utf-8"))
    assert [["image/jpeg", "image/jpeg"]] * 2 == [[i["type"] for i in p["images"]] for p in feed["publications"]]
    assert "2026-11-23T00:00:00Z" == feed["metadata"]["modified"]


def test_feed_and_sitemap_have_whole_addresses(made: Path) -> None:
    """They are read elsewhere, where a relative address says nothing."""
    for name in ("feed.xml", "sitemap.xml"):
        text = (made / "site" / name).read_text("utf-8")
        assert f"{ADDRESS}tea/en/index.html" in text


def test_site_without_an_address_is_relative(made: Path) -> None:
    """It works from a folder, a USB stick, any host; what needs an address is not made."""
    folder = made / "relative"
    _, proof = make_site([made / "content"], made / "build", folder, jobs=1)
    assert proof is not None
    assert proof.proven
    assert not (folder / "feed.xml").exists()
    assert "https://example.org" not in (folder / "catalogue.xml").read_text("utf-8")


def test_equal_sets_give_equal_sites(made: Path) -> None:
    """No clock and no chance is in it."""
    make_site([made / "content"], made / "build", made / "again", address=ADDRESS, jobs=1)
    for path in sorted((made / "site").rglob("*.*")):
        assert path.read_bytes() == (made / "again" / path.relative_to(made / "site")).read_bytes(), path.name


def test_withdrawn_leaflet_leaves_a_page_that_says_so(tmp_path: Path) -> None:
    """Its page stays, in its language; its files are gone, also from the catalogues."""
    folder = project(tmp_path)
    (folder / "content/soup/fr.md").write_text(SOUP.replace("lang: fr", "lang: fr\nstatus: withdrawn"), "utf-8")
    _, proof = make_site([folder / "content"], folder / "build", folder / "site", jobs=1)
    assert proof is not None
    assert proof.proven
    assert ["index.html"] == [path.name for path in (folder / "site/soup/fr").iterdir()]
    assert "Cette brochure a été retirée." in (folder / "site/soup/fr/index.html").read_text("utf-8")
    assert "Soupe" not in (folder / "site/catalogue.xml").read_text("utf-8")


def test_leaflet_that_is_not_good_leaves_the_last_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody takes a site for the newest of which a leaflet is missing."""
    folder = project(tmp_path)
    words = ["site", str(folder / "content"), "-b", str(folder / "build"), "-o", str(folder / "site"), "--no-cache"]
    assert 0 == main([*words, "--jobs", "1"])
    before = (folder / "site/index.html").read_bytes()
    (folder / "content/soup/fr.md").write_text(SOUP + "\n![](images/none.png)\n", "utf-8")
    assert 1 == main([*words, "--jobs", "1"])
    assert before == (folder / "site/index.html").read_bytes()
    assert "the last site is as it was" in capsys.readouterr().out


def test_folder_with_other_things_is_left_alone(made: Path, tmp_path: Path) -> None:
    """A site takes the place of a site, and of nothing else."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/mother.txt").write_text("Dear mother", "utf-8")
    with pytest.raises(UsageError, match="no site of leaflets"):
        make_site([made / "content"], made / "build", tmp_path / "letters")
    assert "Dear mother" == (tmp_path / "letters/mother.txt").read_text("utf-8")


def test_address_that_is_none_is_told(made: Path, tmp_path: Path) -> None:
    """It says how to write one."""
    with pytest.raises(UsageError, match=r"https://example\.org"):
        make_site([made / "content"], made / "build", tmp_path / "site", address="example")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_fault_is_told_by_its_code(made: Path, tmp_path: Path, fault: SiteFault) -> None:
    """What is gone, exchanged, or said wrongly is told; the site itself is not."""
    site = Path(shutil.copytree(made / "site", tmp_path / "site"))
    fault.put(site)
    assert fault.code in {told.code for told in prove_site(site, ADDRESS).diagnostics}


def test_publisher_gives_the_site_its_name(made: Path) -> None:
    """Who names none finds the association's above the shelf."""
    root = parse_page((made / "site/index.html").read_text("utf-8"))
    assert "The tea house" == "".join(next(root.iter("h1")).itertext())


def test_site_is_served_to_this_machine_alone(made: Path) -> None:
    """The server stands on the loopback, gives files with their types, and asks browsers to keep nothing."""
    with server(made / "site", 0) as served:
        Thread(target=served.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{served.server_port}"
        with urlopen(f"{address}/tea/en/tea-en.epub") as answer:
            assert ("application/epub+zip", "no-store") == (
                answer.headers["Content-Type"],
                answer.headers["Cache-Control"],
            )
        assert "127.0.0.1" == served.server_address[0]
        served.shutdown()


def test_port_that_is_taken_is_told(made: Path) -> None:
    """It says how to choose another."""
    with server(made / "site", 0) as served, pytest.raises(UsageError, match="--port"):
        server(made / "site", served.server_port)
