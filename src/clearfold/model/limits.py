"""How much Clearfold takes: every limit in one place, each far above what a leaflet needs (docs/limits.md)."""

KB = 1024
MB = 1024 * KB

COPY_BYTES = 512 * KB
"""Of a copy, a publisher.yaml or a style sheet; 50 kB take some 100 large-print pages."""

DEEPEST = 40
"""Levels of lists, quotations, boxes and elements within each other; lxml drops text below 250 without a word."""

TABLE_DEEPEST = 3
"""Tables within tables: WeasyPrint 70 lays each out several times for the one around it."""

TABLE_ROWS = 1_000
"""Rows of all tables of a leaflet; 1,000 take some 80 pages and 12 seconds an edition."""

TABLE_COLUMNS = 50
"""Columns of a table, and columns over which one cell goes."""

NOTES = 500
"""Notes of a leaflet; 500 take 15 seconds an edition, 1,000 a minute."""

TABS = 26
"""Of a thumb index, each with a letter; a leaflet of more sections has none."""

SECTIONS = 300
"""Headings of a leaflet that stand in the contents; 500 take a minute an edition."""

WORD = 1_000
"""Letters without a space between them; Pango's time grows with their square, in a call that nothing can stop."""

PICTURES = 500
"""Pictures of a leaflet, each place counted."""

PICTURE_BYTES = 20 * MB
"""Of one picture file or font file."""

PIXELS = 60_000_000
"""Of one picture; printing A3 at 300 dots an inch takes 17 million."""

SVG_ELEMENTS = 50_000
"""Elements that an SVG draws, those that it draws again by reference counted each time."""

PAGES = 1_000
"""Pages of one edition."""

SECONDS = 600.0
"""For one leaflet with all its editions and their proof."""

CACHE_BYTES = 1024 * MB
"""Of what is kept of earlier builds; a leaflet with three editions takes some 3 MB."""

FINISHED_BYTES = 256 * MB
"""Of a finished file that is read back, and of all that an EPUB holds when it is unpacked."""

IMPORT_BYTES = 100 * MB
"""Of a file that is imported."""

IMPORT_UNPACKED = 200 * MB
"""Of all that a file that is imported holds when it is unpacked."""

IMPORT_DEEPEST = 200
"""Elements within each other in a file that is imported."""

IMPORT_PIXELS = 50_000_000
"""Of a picture in a file that is imported."""

IMPORT_SECONDS = 60.0
"""For reading one file that is imported, twice."""

IMPORT_MEMORY = 1536 * MB
"""Of the process that reads it."""
