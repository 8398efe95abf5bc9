"""Of notes that switch advice off: that they say which, and why."""

from clearfold.advice.rules.guidelines import OUR_OWN
from clearfold.advice.rules.rule import AdviceRule, Section, examples

_PLACE = "<!-- advice: off ADV-013, because the packet says it so -->"

NOTES = (
    AdviceRule(
        "ADV-001",
        Section.NOTES,
        "a note that switches advice off gives no reason, or a code that there is not",
        "Who comes after you must be able to see why it was left.",
        OUR_OWN,
        "“{note}” {fault}",
        "write <!-- advice: off {code}, because … -->",
        examples(
            nl=("<!-- advice: off ADV-013 -->\n\nNeem 500mg in.", f"{_PLACE}\n\nNeem 500mg in."),
            fr=("<!-- advice: off ADV-013 -->\n\nPrenez 500mg.", f"{_PLACE}\n\nPrenez 500mg."),
            de=("<!-- advice: off ADV-013 -->\n\nNehmen Sie 500mg.", f"{_PLACE}\n\nNehmen Sie 500mg."),
            en=("<!-- advice: off ADV-013 -->\n\nTake 500mg.", f"{_PLACE}\n\nTake 500mg."),
        ),
    ),
    AdviceRule(
        "ADV-002",
        Section.NOTES,
        "a note switches off what is not told there",
        "A note that outlived its text hides the next thing that goes wrong in that place.",
        OUR_OWN,
        "“{note}” switches nothing off: {code} is not told here",
        "take {code} out of the note",
        examples(
            nl=(f"{_PLACE}\n\nNeem 500 mg in.", f"{_PLACE}\n\nNeem 500mg in."),
            fr=(f"{_PLACE}\n\nPrenez 500 mg.", f"{_PLACE}\n\nPrenez 500mg."),
            de=(f"{_PLACE}\n\nNehmen Sie 500 mg.", f"{_PLACE}\n\nNehmen Sie 500mg."),
            en=(f"{_PLACE}\n\nTake 500 mg.", f"{_PLACE}\n\nTake 500mg."),
        ),
        cure="take the code, or the whole note, out of the copy",
    ),
)
