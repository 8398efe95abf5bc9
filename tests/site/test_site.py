"""A site holds all published leaflets, says what is true of them, and is told where it does not."""

import json
import re
import shutil
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from urllib.request import urlopen
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from clearfold.cli.folder_server import server
from clearfold.cli.main import main
from clearfold.model.errors import UsageError
from clearfold.pipeline.building.build import build
from clearfold.pipeline.checking.check import check
from clearfold.proof.html.parser import parse_page
from clearfold.proof.site.prove import prove_site
from clearfold.site.make import make_site
from clearfold.site.shelf import Shelved
from clearfold.site.titles import told_apart
from clearfold.store.manifest import Manifest
from tests.site.conftest import SOUP, kept, project
from tests.site.faults import FAULTS, SiteFault

ATOM = {"a": "http://www.w3.org/2005/Atom", "dc": "http://purl.org/dc/terms/"}
ADDRESS = "https://example.org/leaflets/"
THREE = ["Tea (a, English)", "Tea (a, Français)", "Tea (b, Français)"]


def words(path: Path) -> list[str]:
    """Return the words of each link of a page."""
    root = parse_page(path.read_text("utf-8"))
    return [" ".join("".join(link.itertext()).split()) for link in root.iter("a")]


def test_shelf_has_each_leaflet_in_its_language(made: Path) -> None:
    """The index leads to the page of each leaflet, under its language, with words that can be searched."""
    root = parse_page((made / "site/index.html").read_text("utf-8"))
    shelves = {
        section.get("lang", ""): section
        for section in root.iter("section")
        if section.get("lang") and section.get("class") != "subjects"
    }
    assert {"en": ["tea/en/index.html"], "fr": ["soup/fr/index.html", "tea/fr/index.html"]} == {
        lang: [link.get("href") for link in section.iter("a")] for lang, section in shelves.items()
    }
    assert ["Faire la soupe Plats chauds", "Préparer le thé À propos de cette brochure Boissons"] == [
        item.get("data-words") for item in shelves["fr"].iter("li")
    ]


def test_shelf_has_each_leaflet_under_its_subjects(made: Path) -> None:
    """Below the leaflets of a language stand its subjects, from A to Z, each with its leaflets."""
    root = parse_page((made / "site/index.html").read_text("utf-8"))
    by_subject = [section for section in root.iter("section") if section.get("class") == "subjects"]
    assert {
        "fr": ["Français: par thème", "Boissons", "Le thé", "Plats chauds", "Soupe"],
        "en": ["English: by subject", "Drinks", "Tea", "Warm things", "Tea"],
    } == {
        one.get("lang"): ["".join(e.itertext()) for e in one.iter() if e.tag in ("h2", "h3", "a")] for one in by_subject
    }


def test_subjects_are_in_books_and_catalogues(made: Path) -> None:
    """Shelves of e-readers sort by them: dc:subject, category, subject."""
    with ZipFile(made / "site/tea/en/tea-en.epub") as book:
        package = book.read("EPUB/content.opf").decode()
    assert ["Drinks", "Warm things"] == re.findall("<dc:subject>([^<]+)</dc:subject>", package)
    feed = ElementTree.parse(made / "site/catalogue.xml").getroot()
    terms = [
        (e.findtext("a:title", "", ATOM), c.get("term"))
        for e in feed.iter(f"{{{ATOM['a']}}}entry")
        for c in e.findall("a:category", ATOM)
    ]
    assert [("Soupe", "Plats chauds"), ("Tea", "Drinks"), ("Tea", "Warm things"), ("Le thé", "Boissons")] == terms
    newer = json.loads((made / "site/catalogue.json").read_text("utf-8"))
    assert ["Plats chauds", "Drinks", "Warm things", "Boissons"] == [
        subject for one in newer["publications"] for subject in one["metadata"]["subject"]
    ]


def test_older_version_stands_on_a_page_of_its_own(made: Path) -> None:
    """It says what it is, leads to the newest, and is led to from the newest's page alone."""
    assert ["Tea: Older version, Version 1.0 · January 5, 2025 (Draft)"] == [
        one for one in words(made / "site/tea/en/index.html") if "Older" in one
    ]
    page = (made / "site/tea/en/older/2025-01-05-1.0/index.html").read_text("utf-8")
    assert "This is an older version." in page
    assert '<a href="../../index.html">To the newest version</a>' in page
    for name in ("index.html", "catalogue.xml", "catalogue.json", "feed.xml", "sitemap.xml"):
        assert "/older/" not in (made / "site" / name).read_text("utf-8")


def test_older_version_leads_to_the_newest_of_another_language(made: Path) -> None:
    """Where its page looks for the French one, which is kept nowhere as it was, stands the way to the newest."""
    site = made / "site/tea/en/older"
    assert 'href="../fr/tea-fr.html"' in (site / "2025-01-05-1.0/tea-en.html").read_text("utf-8")
    mark = (site / "fr/tea-fr.html").read_text("utf-8")
    assert '<html lang="fr"' in mark
    assert '<a href="../../../../tea/fr/index.html">' in mark


def test_older_versions_stay_until_they_are_let_go(made: Path, tmp_path: Path) -> None:
    """A site that keeps them goes on doing so; --no-keep-old ends it."""
    site = Path(shutil.copytree(made / "site", tmp_path / "site"))
    asked = [None, False, None, True]
    found = []
    for keep in asked:
        make_site([made / "content"], made / "build", site, keep_old=keep, jobs=1, cache=kept(made))
        found.append([path.parent.name for path in site.glob("*/*/older/*/manifest.json")])
    assert [["2025-01-05-1.0"], [], [], []] == found


def test_pages_lead_to_the_other_languages_of_their_leaflet(made: Path) -> None:
    """Each language is called by its own name; a leaflet that stands alone leads nowhere."""
    for folder in ("build", "site"):
        page = (made / folder / "tea/en/tea-en.html").read_text("utf-8")
        assert '<li><a href="../fr/tea-fr.html" lang="fr" hreflang="fr">Français</a></li>' in page
        assert '<li><span lang="en" aria-current="page">English</span></li>' in page
        assert (made / folder / "tea/fr/tea-fr.html").is_file()
        assert 'class="languages"' not in (made / folder / "soup/fr/soup-fr.html").read_text("utf-8")


def test_set_that_stands_without_its_other_language_is_told(made: Path, tmp_path: Path) -> None:
    """A check of a set whose page leads to one that is not beside it finds the dead link; a whole one has none."""
    shutil.copytree(made / "build/tea/en", tmp_path / "tea/en")
    source = made / "content/tea/en.md"
    assert [["WEB-011"], []] == [
        [told.code for one in check([folder], source) for told in one.diagnostics if one.edition == "web"]
        for folder in (tmp_path / "tea/en", made / "build/tea/en")
    ]


def test_files_of_others_stay_in_the_folder(made: Path, tmp_path: Path) -> None:
    """CNAME, robots.txt, a folder of photographs: what no site has put there stays when it is made again."""
    site = Path(shutil.copytree(made / "site", tmp_path / "site"))
    (site / "CNAME").write_text("leaflets.example.org", "utf-8")
    (site / "photos/2026").mkdir(parents=True)
    (site / "photos/2026/index.html").write_text("<a href='gone.html'>us</a>", "utf-8")
    (site / "tea/en/note.txt").write_text("ours", "utf-8")
    (site / "soup/nl").mkdir()
    shutil.copy(site / "soup/fr/index.html", site / "soup/nl/index.html")
    (site / "outside").symlink_to(tmp_path)
    _, proof = make_site([made / "content"], made / "build", site, jobs=1, cache=kept(made))
    assert proof is not None
    assert proof.proven
    stay = ("CNAME", "photos/2026/index.html", "tea/en/note.txt", "outside", "soup/nl/index.html")
    assert [True, True, True, True, False] == [(site / name).exists() for name in stay]


def test_hidden_folder_of_another_name_is_left_alone(made: Path, tmp_path: Path) -> None:
    """What an interrupted site leaves beside itself is cleared away, and nothing that belongs to somebody else."""
    for name in (".letters-old", ".site-new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "catalogue.xml").write_text("x", "utf-8")
    make_site([made / "content"], made / "build", tmp_path / "site", jobs=1, cache=kept(made))
    assert [".letters-old", "site"] == sorted(path.name for path in tmp_path.iterdir())


def test_site_that_is_not_proven_leaves_the_last_one(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is proven before it takes the last one's place."""
    site = Path(shutil.copytree(made / "site", tmp_path / "site"))
    before = (site / "index.html").read_bytes()
    monkeypatch.setattr("clearfold.site.write.index_page", lambda _: b"<a href='nowhere.html'>x</a>")
    _, proof = make_site([made / "content"], made / "build", site, jobs=1, cache=kept(made))
    assert proof is not None
    assert not proof.proven
    assert before == (site / "index.html").read_bytes()
    assert ["site"] == [path.name for path in tmp_path.iterdir()]


def test_leaflet_whose_copy_is_gone_is_not_on_the_site(tmp_path: Path) -> None:
    """Nobody can mend it any more: what an old build has left of it is not offered."""
    folder = project(tmp_path)
    build([folder / "content"], folder / "build", jobs=1)
    shutil.rmtree(folder / "content/soup")
    make_site([folder / "content"], folder / "build", folder / "site", jobs=1)
    assert ["tea"] == [path.name for path in (folder / "site").iterdir() if path.is_dir()]


def test_page_of_a_leaflet_names_each_download(made: Path) -> None:
    """A link's own words say which leaflet, in which form, for what: they are read out of their place."""
    assert [
        "All leaflets",
        "English",
        "Français",
        "Read this leaflet here",
        "Tea: E-book. For an e-reader or a telephone.",
        "Tea: Large print, A4. To print.",
        "Tea: Older version, Version 1.0 · January 5, 2025 (Draft)",
        "How these files were checked",
        "Drinks",
        "Warm things",
    ] == words(made / "site/tea/en/index.html")


def test_pages_have_the_colours_of_the_association(made: Path) -> None:
    """What publisher.yaml says is in the style of the site too."""
    assert "--brand-primary: #5c1230;" in (made / "site/index.html").read_text("utf-8")


def test_catalogue_for_older_readers_offers_each_file(made: Path) -> None:
    """OPDS 1.2: each entry has its language, its files with their types, and a cover."""
    feed = ElementTree.parse(made / "site/catalogue.xml").getroot()
    entries = {entry.findtext("a:title", "", ATOM): entry for entry in feed.findall("a:entry", ATOM)}
    assert {"Tea": "en", "Le thé": "fr", "Soupe": "fr"} == {
        t: e.findtext("dc:language", "", ATOM) for t, e in entries.items()
    }
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
    assert [["image/jpeg", "image/jpeg"]] * 3 == [[i["type"] for i in p["images"]] for p in feed["publications"]]
    assert "2026-11-23T00:00:00Z" == feed["metadata"]["modified"]


def test_feed_and_sitemap_have_whole_addresses(made: Path) -> None:
    """They are read elsewhere, where a relative address says nothing."""
    for name in ("feed.xml", "sitemap.xml"):
        text = (made / "site" / name).read_text("utf-8")
        assert f"{ADDRESS}tea/en/index.html" in text


def test_site_without_an_address_is_relative(made: Path) -> None:
    """It works from a folder, a USB stick, any host; what needs an address is not made."""
    folder = made / "relative"
    _, proof = make_site([made / "content"], made / "build", folder, jobs=1, cache=kept(made))
    assert proof is not None
    assert proof.proven
    assert not (folder / "feed.xml").exists()
    assert "https://example.org" not in (folder / "catalogue.xml").read_text("utf-8")


def test_equal_sets_give_equal_sites(made: Path) -> None:
    """No clock and no chance is in it."""
    again = Path(shutil.copytree(made / "site", made / "again"))
    make_site([made / "content"], made / "build", again, address=ADDRESS, jobs=1, cache=kept(made))
    for path in (path for path in sorted((made / "site").rglob("*.*")) if path.is_file()):
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


def test_site_among_its_own_sets_is_refused(made: Path) -> None:
    """It would find its own copies of them when it is made again."""
    for site, sets in (("build/site", "build"), ("site", "site"), ("site", "site/build")):
        with pytest.raises(UsageError, match="stand in each other"):
            make_site([made / "content"], made / sets, made / site)


@pytest.mark.parametrize(
    ("given", "called"),
    [
        ([("a", "en", "")], ["Tea"]),
        ([("a", "en", ""), ("a", "fr", "")], ["Tea (English)", "Tea (Français)"]),
        ([("a", "en", "Green"), ("b", "en", "Black")], ["Tea (Green)", "Tea (Black)"]),
        ([("a", "en", "Green"), ("b", "en", "")], ["Tea (a)", "Tea (b)"]),
        ([("a", "en", ""), ("a", "fr", ""), ("b", "fr", "")], THREE),
    ],
)
def test_leaflets_with_one_title_are_told_apart(given: list[tuple[str, str, str]], called: list[str]) -> None:
    """The words of a link alone say where it leads: by language, by subtitle, at last by the leaflet's name."""
    leaflets = [
        Shelved(Path(), Manifest(name, lang, "Tea", "", "", "", ()), {}, {"alternativeHeadline": subtitle}, ())
        for name, lang, subtitle in given
    ]
    assert called == list(told_apart(leaflets).values())


def test_server_gives_nothing_from_outside_the_site(made: Path, tmp_path: Path) -> None:
    """A way up and a link in the folder lead to nothing."""
    (tmp_path / "site").mkdir()
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (tmp_path / "site/link").symlink_to(tmp_path)
    with server(tmp_path / "site", 0) as served:
        Thread(target=served.serve_forever, daemon=True).start()
        for way in ("/../secret.txt", "/%2e%2e/secret.txt", "/link/secret.txt", "//etc/passwd", "/link"):
            asked = HTTPConnection("127.0.0.1", served.server_port)
            asked.request("GET", way)
            assert HTTPStatus.NOT_FOUND == asked.getresponse().status, way
        served.shutdown()


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
