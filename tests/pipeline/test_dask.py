"""A real Dask cluster of two workers: the same bytes as without it, whatever becomes of a leaflet or of a worker."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import clearfold
from clearfold.pipeline.building import batch
from clearfold.pipeline.building.leaflet_job import Order
from tests.pipeline.killing import killed_once

pytestmark = pytest.mark.no_cover

pytest.importorskip("distributed", reason="pip install 'clearfold[dask]'")

NAMES = ("apple", "bread", "cocoa", "dates")


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        path = tmp_path / "content" / name / "en.md"
        path.parent.mkdir(parents=True)
        path.write_text(f"---\ntitle: {name.capitalize()}\nlang: en\n---\n\n## Water\n\nOf {name}.\n", "utf-8")
    return Path("content")


@pytest.fixture
def scheduler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Start a scheduler and two workers, each a process with a nanny that replaces it; return the address."""
    monkeypatch.setenv("CLEARFOLD_TEST_LOG", str(tmp_path / "log"))
    start = import_module("distributed").LocalCluster
    folder = str(tmp_path / "dask")
    with start(n_workers=2, threads_per_worker=1, dashboard_address=":0", local_directory=folder) as cluster:
        yield cluster.scheduler_address


def sums(folder: str) -> dict[str, bytes]:
    files = sorted(path for path in Path(folder).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.slow("starts a cluster of two workers")
def test_same_sets_as_without_a_cluster(content: Path, scheduler: str) -> None:
    """A leaflet with a mistake is told, and costs the others nothing; what came of all is what one process tells."""
    (content / "bread" / "en.md").write_text("---\ntitle: Bread\nlang: tlh\n---\n\n## Water\n\nFresh.\n", "utf-8")
    serial = clearfold.build(editions=["accessible", "epub"], jobs=1)
    first = sums("build")
    Path("build").rename("one")
    assert serial == clearfold.build(editions=["accessible", "epub"], scheduler=scheduler)
    assert [True, False, True, True] == [item.good for item in serial]
    assert first == sums("build")


@pytest.mark.slow("starts a cluster of two workers")
def test_killed_worker_costs_its_leaflet_a_second_try(
    content: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A worker that is killed in the middle is replaced; every leaflet is there in the end, no other begun twice."""
    monkeypatch.setattr(batch, "build_there", killed_once)
    copies = [content / name / "en.md" for name in NAMES]
    order = Order(Path("build"), ("epub",), check=False)
    built = batch.build_all(copies, order, batch.dask_slots(scheduler), lambda _: None)
    assert [True] * 4 == [item.good for item in built]
    begun = (tmp_path / "log").read_text("utf-8").split()
    assert ["apple", "bread", "bread", "cocoa", "dates"] == sorted(begun)
