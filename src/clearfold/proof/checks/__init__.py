"""The checks: each looks at the evidence on one finished file and yields what is wrong. CHECKS is all of them.

They have one signature, and each sees for itself whether it applies: to PDFs, to EPUBs, to printed pages of which
somebody has said what is promised.
"""

from clearfold.proof.checks.braille.pages import braille_gaps, braille_pages, braille_signs, braille_words
from clearfold.proof.checks.braille.print_pages import braille_print_pages
from clearfold.proof.checks.braille.volumes import braille_volumes
from clearfold.proof.checks.braille.ways import braille_about, braille_ways
from clearfold.proof.checks.epub.documents import documents
from clearfold.proof.checks.epub.marked import words_marked
from clearfold.proof.checks.epub.metadata import claims
from clearfold.proof.checks.epub.navigation import navigation
from clearfold.proof.checks.epub.own.cells import book_cells
from clearfold.proof.checks.epub.own.declared import book_declared
from clearfold.proof.checks.epub.own.ids import book_ids
from clearfold.proof.checks.epub.own.labels import book_labels
from clearfold.proof.checks.epub.own.links import book_links
from clearfold.proof.checks.epub.own.looks import book_cover, book_plates, book_style
from clearfold.proof.checks.epub.own.page_marks import book_page_marks
from clearfold.proof.checks.epub.own.parts import book_documents, book_package, book_zip
from clearfold.proof.checks.epub.own.said import book_attributes, book_expansions, book_marks
from clearfold.proof.checks.epub.own.terms import book_terms
from clearfold.proof.checks.epub.own.ways import book_ways
from clearfold.proof.checks.epub.page_list import pages
from clearfold.proof.checks.epub.pictures import pictures
from clearfold.proof.checks.epub.publication import publication
from clearfold.proof.checks.epub.style import style
from clearfold.proof.checks.epub.visual_order import moved_by_style
from clearfold.proof.checks.page.colour import page_colour
from clearfold.proof.checks.page.filling import page_filling
from clearfold.proof.checks.page.folio import page_folio
from clearfold.proof.checks.page.headings import page_headings
from clearfold.proof.checks.page.layout import page_layout
from clearfold.proof.checks.page.lines import page_lines
from clearfold.proof.checks.page.outlines import outlines
from clearfold.proof.checks.page.running_heads import running_heads
from clearfold.proof.checks.page.spacing import page_spacing
from clearfold.proof.checks.page.struck import struck
from clearfold.proof.checks.page.type import page_type
from clearfold.proof.checks.page.unseen import unseen
from clearfold.proof.checks.page.visual_order import visual_order
from clearfold.proof.checks.page.words import page_words
from clearfold.proof.checks.pdf.announced import announced, nested, outlined
from clearfold.proof.checks.pdf.bookmarks import bookmarks, ways
from clearfold.proof.checks.pdf.catalogue import catalogue, tagged
from clearfold.proof.checks.pdf.code import qr_code
from clearfold.proof.checks.pdf.coloured import coloured, sized
from clearfold.proof.checks.pdf.drawing import drawing
from clearfold.proof.checks.pdf.even import even
from clearfold.proof.checks.pdf.glyphs import glyphs
from clearfold.proof.checks.pdf.letters import letters
from clearfold.proof.checks.pdf.links import loose_links
from clearfold.proof.checks.pdf.objects import objects
from clearfold.proof.checks.pdf.over_the_page import over_the_page
from clearfold.proof.checks.pdf.painted import level, painted
from clearfold.proof.checks.pdf.pictures import drawn_pictures
from clearfold.proof.checks.pdf.replaced_text import replaced_text
from clearfold.proof.checks.pdf.sayings import sayings
from clearfold.proof.checks.pdf.sheet import sheet
from clearfold.proof.checks.pdf.ties import ties
from clearfold.proof.checks.print.folding import folding
from clearfold.proof.checks.print.preflight import preflight
from clearfold.proof.checks.text.completeness import completeness
from clearfold.proof.checks.text.hyphens import hyphens
from clearfold.proof.checks.text.metadata import metadata
from clearfold.proof.checks.text.order import order
from clearfold.proof.checks.text.picture_data import picture_data
from clearfold.proof.checks.text.spacing import spacing
from clearfold.proof.checks.text.structure import structure
from clearfold.proof.checks.text.unread import unread
from clearfold.proof.checks.web.about import about
from clearfold.proof.checks.web.colours import contrast_of_tokens
from clearfold.proof.checks.web.languages import other_languages
from clearfold.proof.checks.web.make import elements, page_labels, requests, script
from clearfold.proof.checks.web.make import style as page_style
from clearfold.proof.checks.web.marks import marks
from clearfold.proof.checks.web.pictures import embedded
from clearfold.proof.checks.web.said import attributes
from clearfold.proof.checks.web.ways import links
from clearfold.proof.evidence import Check

CHECKS: tuple[Check, ...] = (
    # what the words come to
    hyphens,
    completeness,
    order,
    spacing,
    structure,
    metadata,
    picture_data,
    unread,
    # what the eye meets on pages
    visual_order,
    unseen,
    struck,
    outlines,
    page_type,
    page_words,
    page_spacing,
    page_lines,
    page_layout,
    page_colour,
    page_folio,
    running_heads,
    page_filling,
    page_headings,
    # a PDF beside its text
    catalogue,
    tagged,
    glyphs,
    bookmarks,
    loose_links,
    over_the_page,
    replaced_text,
    # what an edition of ours is made of
    objects,
    drawing,
    ways,
    ties,
    sheet,
    drawn_pictures,
    letters,
    sayings,
    announced,
    painted,
    coloured,
    sized,
    level,
    qr_code,
    # sheets and inks
    folding,
    preflight,
    # an EPUB's package
    publication,
    navigation,
    pages,
    documents,
    claims,
    style,
    moved_by_style,
    words_marked,
    pictures,
    # a web page
    requests,
    elements,
    page_style,
    script,
    marks,
    links,
    about,
    other_languages,
    attributes,
    embedded,
    contrast_of_tokens,
    # braille
    braille_pages,
    braille_volumes,
    braille_signs,
    braille_words,
    braille_gaps,
    braille_about,
    braille_ways,
    braille_print_pages,
    # what a book of ours is made of
    book_zip,
    book_package,
    book_documents,
    book_cells,
    book_labels,
    book_marks,
    book_expansions,
    book_attributes,
    book_links,
    book_ids,
    book_terms,
    book_ways,
    book_page_marks,
    book_declared,
    book_style,
    book_plates,
    book_cover,
    # what an edition of ours is made of, where nothing else was told
    nested,
    outlined,
    even,
    page_labels,
)
UNREAD: tuple[Check, ...] = (braille_pages, braille_volumes, braille_about, braille_print_pages)
"""Checks of a file whose words nothing can read: contracted German."""
LAST = frozenset(CHECKS[CHECKS.index(book_zip) :])
"""Checks that speak only where no other has found an error: nearly all that is put into a file shows in its make too,
and one cause is told once."""
