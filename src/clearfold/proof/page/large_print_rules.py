"""The numbers of large print that the proof holds finished pages to, and who asks for each.

UKAAF: G003, Creating clear print and large print documents (2012). APH: Guidelines for print document design. ACB: Best
practices and guidelines for large print documents (2025). RNIB: Clear Print guidelines. WCAG: 2.2. None of them is a
norm of a Dutch or Belgian body: there is none with numbers.
"""

from clearfold.model.paper import Level

# TYP-001: x-height in mm. Clear: RNIB, 12 to 14 pt; large: UKAAF, 16 pt of Arial; giant: our own choice.
LEAST_X_HEIGHT = {Level.CLEAR: 2.0, Level.LARGE: 2.9, Level.GIANT: 3.6}
LEAST_LEADING = 1.25  # TYP-002: from baseline to baseline, of the type size: APH
LEAST_LEADING_OF_HEADINGS = 1.1  # TYP-002: our own choice; a heading is read at a glance
# TYP-003: characters, spaces included, that 19 in 20 lines keep to. Clear: RNIB; large, giant: from APH's 39 to 43.
MOST_CHARACTERS = {Level.CLEAR: 70, Level.LARGE: 60, Level.GIANT: 45}
LONG_WORD = 24  # TYP-005: letters; a longer compound may be broken at its own hyphen: our own choice
LONGER_THAN_LINE = (
    0.85  # TYP-005: of the longest line; a wider word fits on hardly any, and may be parted: our own choice
)
LEAST_CONTRAST = 7.0  # TYP-007: WCAG 1.4.6, which lets large text have less; here it has not
LONG_CAPITALS = 5  # TYP-010: letters of a word that is no abbreviation's length
LONGEST_ABBREVIATION = 6  # TYP-010: letters; a longer one has to be among the copy's abbreviations
LEAST_TO_EDGE = 5.0  # TYP-011: mm from the edge to a folio or running head: what office printers can print
TOLERANCE = 0.5  # TYP-011, TYP-021: mm; the cutting of paper is no more exact
FOLDED_IN = 3.0  # TYP-021: mm by which the panel is narrower that is folded inside the two others
BOLD = 600  # TYP-012: the least weight of a folio: ACB
SAME_PLACE = 1.0  # TYP-012: mm that folios may differ: ACB asks for the same place
LEAST_LINES = 3  # TYP-013: lines of a block on each side of a page's end: ACB
REGULAR = 400  # TYP-019: the least weight of letters: RNIB
# TYP-023: RNIB: do not condense words to fit a line. All of the type size, and our own choice: kerned pairs and the
# spaces of common typefaces stay clear of them.
MOST_SQUEEZED = 0.03  # by how much most letters of a line may be closer than their font sets them
MOST_SQUEEZED_WORD = 0.05  # the same of one word; no word of 4,000 in four languages is kerned so, in 19 typefaces
MOST_OVER = 0.25  # by how much one pair of letters may, kerning included: from there they are drawn over each other
LEAST_BETWEEN_WORDS = 0.15  # between the end of a word and the next; what has less looks like one word
LEAST_WIDTH = 0.95  # of the width that a letter's font gives it
LEAST_EMPTY = 0.3  # TYP-024: of a page's height; less may be left by what has to stay together: our own choice
LADDER = 1.05  # TYP-022: how much larger a heading is than those of the next level: ACB, APH want it seen at a glance
