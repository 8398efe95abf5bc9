"""Advice on what an association's leaflets say of the same thing, and on spelling."""

from collections.abc import Mapping

from clearfold.advice.rules.guidelines import ISMP, OUR_OWN, PIF, PLAIN
from clearfold.advice.rules.rule import AdviceRule, Example, Section, Sureness
from clearfold.model.copy_rules.rule import Where

ONE, OTHER = "in one leaflet:", "in another:"


def _pairs(where: str, **written: tuple[str, str, str]) -> Mapping[str, Example]:
    """Return examples of two leaflets by language: what one says, and the other wrong and right."""
    return {
        lang: Example(*(f"{ONE}\n{where}{one}\n{OTHER}\n{where}{other}" for other in (wrong, right)))
        for lang, (one, wrong, right) in written.items()
    }


TOGETHER = (
    AdviceRule(
        "ADV-100",
        Section.TOGETHER,
        "one abbreviation, explained in two ways",
        "Who reads two of your leaflets takes it for two things.",
        PLAIN,
        "“{said}” is explained in another way than in {other}: “{meaning}”",
        "explain it in one way in all of them",
        _pairs(
            "abbreviations:\n  ",
            nl=("MS: multiple sclerose", "MS: multipele sclerose", "MS: multiple sclerose, een zenuwziekte"),
            fr=("SEP: sclérose en plaques", "SEP: sclérose multiple", "SEP: sclérose en plaques, une maladie"),
            de=("MS: Multiple Sklerose", "MS: Encephalomyelitis disseminata", "MS: Multiple Sklerose, eine Krankheit"),
            en=("MS: multiple sclerosis", "MS: disseminated sclerosis", "MS: multiple sclerosis, an illness"),
        ),
        where=Where.FRONT,
    ),
    AdviceRule(
        "ADV-101",
        Section.TOGETHER,
        "one medicine, spelled in two ways",
        "Names of medicines are alike enough; one that is written in two ways is two medicines to a reader.",
        ISMP,
        "“{said}” is “{usual}” in {other}",
        "write “{usual}”, or whichever of the two the packet has",
        _pairs(
            "",
            nl=("Neem methotrexaat in.", "Neem metotrexaat in.", "Neem methotrexaat in."),
            fr=("Prenez le rituximab.", "Prenez le rituximap.", "Prenez le rituximab."),
            de=("Nehmen Sie Prednisolon.", "Nehmen Sie Predinsolon.", "Nehmen Sie Prednisolon."),
            en=("Take omeprazole.", "Take omeprozole.", "Take omeprazole."),
        ),
    ),
    AdviceRule(
        "ADV-102",
        Section.TOGETHER,
        "two telephone numbers of one desk",
        "One of them rings where nobody answers.",
        PIF,
        "{said} of {desk} is another number than in {other}: {first}",
        "find out which is right, and write it in all of them; contact in publisher.yaml is written once",
        _pairs(
            "",
            nl=(
                "Bel het secretariaat op 02 123 45 67.",
                "Bel het secretariaat op 02 123 45 76.",
                "Bel het secretariaat op +32 2 123 45 67.",
            ),
            fr=(
                "Appelez le secrétariat au 02 123 45 67.",
                "Appelez le secrétariat au 02 123 45 76.",
                "Appelez le secrétariat au +32 2 123 45 67.",
            ),
            de=(
                "Rufen Sie das Sekretariat unter 030 123 45 67 an.",
                "Rufen Sie das Sekretariat unter 030 123 45 76 an.",
                "Rufen Sie das Sekretariat unter +49 30 123 45 67 an.",
            ),
            en=(
                "Call the helpline on 020 1234 5678.",
                "Call the helpline on 020 1234 5687.",
                "Call the helpline on +44 20 1234 5678.",
            ),
        ),
    ),
    AdviceRule(
        "ADV-110",
        Section.TOGETHER,
        "a word that the dictionary does not have (only with --spelling)",
        "A slip in a leaflet on health makes a reader doubt the rest.",
        OUR_OWN,
        "the dictionary does not have “{said}”",
        "mend it; if it is right, add it to words: in publisher.yaml",
        {
            lang: Example(wrong, right)
            for lang, (wrong, right) in {
                "nl": ("Je krijgt een glas watre.", "Je krijgt een glas water."),
                "fr": ("Buvez un verre d’eua.", "Buvez un verre d’eau."),
                "de": ("Trinken Sie ein Glas Wasesr.", "Trinken Sie ein Glas Wasser."),
                "en": ("Drink a glass of watre.", "Drink a glass of water."),
            }.items()
        },
        sureness=Sureness.OFTEN,
    ),
)
