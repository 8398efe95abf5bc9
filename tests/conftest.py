"""What all tests share: an environment of their own: nothing of the shell, the machine or an earlier run is in it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.faults.fault import Fault

# How long an example may take is no question of what is right, and a busy machine answers it otherwise.
settings.register_profile("clearfold", deadline=None)
settings.load_profile("clearfold")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a slow test that does not say why it is slow, and measure no line for many faults of one code.

    What is measured takes four times as long (coverage 7 in Python 3.11), and the first fault of a code runs the lines
    that the others run again; modules of which all tests run what others have run are marked ``no_cover`` themselves.
    """
    measured = set()
    for item in items:
        fault = (
            item.callspec.params.get("one") if isinstance(item, pytest.Function) and hasattr(item, "callspec") else None
        )
        if isinstance(fault, Fault):
            first = (item.path, fault.family, fault.codes)
            if first in measured:
                item.add_marker(pytest.mark.no_cover)
            measured.add(first)
        for mark in item.iter_markers("slow"):
            if not (len(mark.args) == 1 and isinstance(mark.args[0], str)):
                raise pytest.UsageError(f'{item.nodeid}: say why it is slow: @pytest.mark.slow("…")')


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """Have workers measured by pytest-cov alone, and not from their beginning too, as processes of tests are."""
    os.environ.pop("COVERAGE_PROCESS_CONFIG", None)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """End the measure that pytest-cov 7.1 begins in a worker before the one that it pauses.

    Where it pauses, the other would go on: what is not to be measured would be, and where a leaflet is given up in
    time, the lock of the measure might be held for ever.
    """
    measure = session.config.pluginmanager.getplugin("_cov")
    if hasattr(session.config, "workerinput") and measure is not None and measure.cov_controller is not None:
        measure.cov_controller.cov.stop()
        measure.cov_controller.cov.save()


@pytest.fixture(autouse=True)
def unmeasured(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the processes of a test that is not measured not measured either."""
    if request.node.get_closest_marker("no_cover"):
        monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)


@pytest.fixture(scope="session", autouse=True)
def usual_umask() -> Iterator[None]:
    """Make files that everybody may read, also where the shell would have it otherwise."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture(scope="session", autouse=True)
def english() -> Iterator[None]:
    """Have the program speak English, whatever the machine speaks, also in processes that a test starts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("LC_ALL", raising=False)
        patch.setenv("LC_MESSAGES", "C")
        yield


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder
