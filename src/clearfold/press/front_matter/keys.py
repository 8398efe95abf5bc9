"""The keys of front matter and publisher.yaml by the kind of their values, and those that other programs know."""

LISTS = frozenset(
    "authors reviewers testers translated_by checked_by key_messages sources formats editions sponsors subjects "
    "must_be_clean words".split()
)
OF_MAPS = frozenset({"sponsors"})
"""Lists of which an item may be keys with their texts."""
NAMES = LISTS - {"key_messages", "sources"}
"""Lists of short texts: lines below each other are items, and not one text that goes on."""
MAPS = frozenset("cover abbreviations glossary contact evaluation colours logo print typeface".split())
WORDS = frozenset({"abbreviations", "glossary"})
"""Maps of words, which the writer chooses, to what they mean."""
TEXTS = frozenset("title subtitle publisher audience funding conflicts licence version name series".split())
FIXED = frozenset(
    "lang program_language translation_of id status published review_by checked searched online style pdf_profile "
    "design density thumb_index braille_page braille_grade braille_print_pages".split()
)
KEYS = LISTS | MAPS | TEXTS | FIXED

INNER_TEXTS = frozenset("text phone hours address alt by credit name".split())
INNER_FIXED = frozenset(
    "email website date report standard image family regular bold primary accent overprint focus logo".split()
)

# Site generators, pandoc and word processors' exports write them; these three say what ours say.
MEANT = {"author": "authors", "date": "published", "subject": "subjects"}
OTHERS = frozenset(
    "abstract aliases bibliography categories category classoption colorlinks comments created csl css "
    "cssclass cssclasses description documentclass draft excerpt featured fontsize format geometry "
    "header-includes image keywords lang-tag lastmod layout linkcolor linkcolour mainfont menu modified "
    "nav_order nocite numbersections ogimage output papersize parent permalink robots sidebar sidebar_label "
    "sidebar_position slug summary tag tags template theme thumbnail toc toc-depth toc-title toc_depth "
    "translationKey type updated url weight".split()
)
"""Keys of which nothing is printed: a warning names them."""
