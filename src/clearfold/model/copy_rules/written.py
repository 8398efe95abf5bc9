"""Rules for Markdown as people write it: signs that would be eaten, cells, boxes, numbers of lists."""

from clearfold.model.copy_rules.rule import CopyRule, Where, one, several
from clearfold.model.diagnostic import Severity

WRITTEN = (
    CopyRule(
        "SRC-100",
        "a row of a table with another number of cells than its head",
        "A value would be lost, or stand below the heading of another.",
        Where.BODY,
        "| Medicine | Dose |\n| --- | --- |\n| Colchicine | 1 | 4 |",
        "| Medicine | Dose | A day |\n| --- | --- | --- |\n| Colchicine | 1 | 4 |",
        several(
            many=(
                "this row of the table has {cells}, and its head has {columns}",
                "take a cell out, or give the head one more; a bar that is text is written \\|",
            ),
            few=(
                "this row of the table has {cells}, and its head has {columns}",
                "write | | where a cell is empty, so that each value stands below its own heading",
            ),
        ),
    ),
    CopyRule(
        "SRC-101",
        "a sign before a number that Markdown would take for its own",
        "“> 38” would be printed as 38, and “- 18” as 18.",
        Where.BODY,
        "> 38.5 °C: call us.",
        "\\> 38.5 °C: call us.",
        several(
            more=(
                "“{text}” is a quotation in Markdown, and can be “more than {number}”",
                "write \\> {number} … for the sign; for a quotation, put quotation marks around its words",
            ),
            minus=(
                "“{text}” begins like an item of a list, and can be a number below zero",
                "write −{number} with the sign for minus if it is one; * {number} for a list",
            ),
        ),
    ),
    CopyRule(
        "SRC-102",
        "the numbers of a list do not rise",
        "A number that is printed is the one that was written: one that stands twice is mostly a slip.",
        Where.BODY,
        "1. Wash your hands.\n2. Dry them.\n2. Take off the bandage.",
        "1. Wash your hands.\n2. Dry them.\n3. Take off the bandage.",
        several(
            ones=(
                "each item of this list is numbered 1, and they are printed with 1 to {last}",
                "write the numbers that are meant",
            ),
            fall=("the numbers of this list do not rise: {numbers}", "write the numbers that are meant"),
        ),
        severity=Severity.WARNING,
    ),
    CopyRule(
        "SRC-103",
        "a box without text, or one that is never closed",
        "What was to be in it stands outside, or all that follows stands within.",
        Where.BODY,
        '!!! warning "Attention"\n\nCall us at once.',
        '!!! warning "Attention"\n    Call us at once.',
        several(
            empty=("this box has no text", "put four spaces before each line of its text"),
            between=("this box has no text", "write it before the line :::"),
            alert=("this box has no text", "write it below, each line after >"),
            open=("this box is opened and never closed", "write ::: on a line of its own where it ends"),
        ),
    ),
    CopyRule(
        "SRC-104",
        "text of a box that does not stand behind four spaces",
        "It is taken into the box; another program would leave it out.",
        Where.BODY,
        '!!! warning "Attention"\nCall us at once.',
        '!!! warning "Attention"\n    Call us at once.',
        one("text is taken into the box above it", "put four spaces before each line of a box's text"),
        severity=Severity.WARNING,
    ),
    CopyRule(
        "SRC-105",
        "a paragraph behind four spaces",
        "Other programs print it as code.",
        Where.BODY,
        "    Take 5 mg.",
        "Take 5 mg.",
        one(
            "this paragraph stands behind four spaces, and is read as text",
            "take the spaces out; for code, write ``` on a line before and after it",
        ),
        severity=Severity.WARNING,
    ),
    CopyRule(
        "SRC-106",
        "signs of another program's language",
        "They would be printed as they stand, and say nothing to a reader.",
        Where.BODY,
        "Dear {{name}}, call us.",
        "Call us.",
        several(
            sign=("“{text}” {what}", "{cure}"),
            drawn=(
                "a table that is drawn with + and -, or set in columns, is not read as one",
                "write each row as | cell | cell |, and below the head a line | --- | --- |",
            ),
            bars=(
                "these lines have bars between them, and are no table",
                "write the head of the table first, and below it a line | --- | --- | with as many parts",
            ),
        ),
        "write it in words, or as docs/writing.md shows",
    ),
    CopyRule(
        "SRC-107",
        "signs that mean something to other programs, and are printed as they stand",
        "A reader meets signs that say nothing.",
        Where.BODY,
        "Take 2--3 puffs.",
        "Take 2–3 puffs.",
        one("“{text}” {what}, and is printed as it stands", "{cure}"),
        "write the sign that is meant, or words in its place",
        severity=Severity.WARNING,
    ),
    CopyRule(
        "SRC-108",
        "a heading without a space behind its sign",
        "It would be printed as text, with the sign.",
        Where.BODY,
        "#Rest\n\nLie down.",
        "## Rest\n\nLie down.",
        one("“{text}” wants a space to be a heading", "write ## {words}; for the sign, \\#"),
    ),
    CopyRule(
        "SRC-109",
        "a list of one item right below a sentence",
        "It may be a sentence that goes on with a dash.",
        Where.BODY,
        "The clinic is open Monday\n- Friday from nine to five.",
        "The clinic is open Monday\n– Friday from nine to five.",
        one(
            "“{text}” is taken for a list of one item",
            "leave an empty line before it if it is one; write \\{sign} if it goes on with the sentence",
        ),
        severity=Severity.WARNING,
    ),
    CopyRule(
        "SRC-110",
        "an address with a space in it",
        "No picture and no link is made of it: it would be printed as it stands.",
        Where.BODY,
        "See [our page](https://example.org/our page).",
        "See [our page](<https://example.org/our page>).",
        several(
            file=("the address “{target}” has a space in it", "write it between < and >: ](<{target}>)"),
            inner=("the link “{target}” has a space in it", "write - in place of each space: ]({cure})"),
        ),
    ),
    CopyRule(
        "SRC-111",
        "stars, or lines below words, that make nothing bold",
        "They are printed as they stand, and what was to stand out does not.",
        Where.BODY,
        "**Attention: call us.",
        "**Attention:** call us.",
        one(
            "the signs in “{text}” make nothing bold, and are printed as they stand",
            "put ** right before the first word and right behind the last one, in one paragraph; "
            "for the sign, write \\*",
        ),
        severity=Severity.WARNING,
    ),
    CopyRule(
        "SRC-112",
        "a note to oneself that never ends",
        "All that follows would be taken for a part of it, and be lost.",
        Where.BODY,
        "<!-- ask Ann\n\nCall us.",
        "<!-- ask Ann -->\n\nCall us.",
        one("a note to yourself begins here with <!-- and never ends", "write --> where it ends"),
    ),
    CopyRule(
        "SRC-113",
        "lines that begin like items of a list, and are none",
        "They are printed one behind the other, in one paragraph.",
        Where.BODY,
        "(1) Wash your hands.\n(2) Dry them.",
        "1. Wash your hands.\n2. Dry them.",
        one(
            "“{text}” and the line below it begin like items of a list, and are printed in one paragraph",
            "begin each with “- ” or with “1. ”, or leave an empty line between them",
        ),
        severity=Severity.WARNING,
    ),
)
