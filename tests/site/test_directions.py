"""A shelf holds leaflets that are written in both directions."""

import re

from clearfold.site.look import dressed, filled


def test_each_shelf_runs_as_its_language_is_written() -> None:
    """The page runs as most of its leaflets, and the shelf of another language in its own direction."""
    shelves: list[dict[str, object]] = [
        {"lang": lang, "name": lang, "leaflets": [], "by_subject": "", "subjects": ()} for lang in ("he", "nl")
    ]
    page = filled("index.html.j2", "he", dressed({}, "site.js"), name="x", shelves=shelves, feed="").decode()
    said = re.findall(r'<(?:html|section)[^>]* lang="(\w+)" dir="(\w+)"', page)
    assert [("he", "rtl"), ("he", "rtl"), ("nl", "ltr")] == said
