"""What all tests share: an environment of their own: nothing of the shell, the machine or an earlier run is in it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example may take is no question of what is right, and a busy machine answers it otherwise.
settings.register_profile("clearfold", deadline=None)
settings.load_profile("clearfold")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a slow test that does not say why it is slow."""
    for item in items:
        for mark in item.iter_markers("slow"):
            if not (len(mark.args) == 1 and isinstance(mark.args[0], str)):
                raise pytest.UsageError(f'{item.nodeid}: say why it is slow: @pytest.mark.slow("…")')


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
