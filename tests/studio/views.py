"""The views and forms of the studio that browsers are asked to judge, and by which rules of axe."""

COPY = "car-t-cell/nl-BE"
VIEWS = (
    "",
    "new",
    f"write/{COPY}",
    f"about/{COPY}",
    f"see/{COPY}",
    f"heard/{COPY}",
    f"publish/{COPY}",
    f"find/{COPY}",
    f"history/{COPY}",
)
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FORMS = tuple(f"form-{name}" for name in ("link", "lang", "table", "box", "picture", "note", "abbreviation"))
