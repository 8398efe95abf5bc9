"""What programs do to a file that leaves it as it is for every reader is told by nothing."""

from collections.abc import Callable
from functools import cache

import pytest

from clearfold.model.media_types import PDF
from tests.faults.goods import SMALL, Good, built
from tests.mutations.bench import BRAILLE
from tests.mutations.pdf_witness import look
from tests.mutations.rewrites import KINDS, REWRITES
from tests.mutations.sight import differences

pytestmark = pytest.mark.no_cover

Rewrite = Callable[[bytes], bytes]
CASES = [pytest.param(media_type, rewrite, id=f"{media_type[-4:]}: {name}") for media_type, name, rewrite in KINDS]


@cache
def goods() -> dict[str, Good]:
    """Return the good files by their type."""
    names = ("large-print", "accessible", "epub", "web", *BRAILLE)
    return {one.media_type: one for one in built(SMALL, names) if one.edition in names[1:]}


@pytest.mark.slow("proves a file for each of some hundred and forty rewritings")
@pytest.mark.parametrize(("media_type", "rewrite"), CASES)
def test_harmless_rewriting_is_not_told(media_type: str, rewrite: Rewrite) -> None:
    """Nothing is said of a file that was only written in another way."""
    good = goods()[media_type]
    assert [] == [str(one).partition("\n")[0] for one in good.told(rewrite(good.data))]


@pytest.mark.parametrize("rewrite", list(REWRITES[PDF].values()), ids=list(REWRITES[PDF]))
def test_harmless_rewriting_is_seen_by_no_witness(rewrite: Rewrite) -> None:
    """A witness bears out that a rewriting is harmless; of books it takes long, and the bench asks it."""
    good = goods()[PDF]
    assert () == differences(look(good.data, poppler=False), look(rewrite(good.data), poppler=False))


def test_kinds_are_many() -> None:
    """Eighty kinds at least, each by a name of its own."""
    assert 80 < len({(media_type, name) for media_type, name, _ in KINDS}) == len(KINDS)
