"""Advice on facts and figures: chances, doses, units."""

from clearfold.advice.rules.guidelines import IPDAS, ISMP, SI, TEN_STEPS
from clearfold.advice.rules.rule import AdviceRule, Section, examples

FACTS = (
    AdviceRule(
        "ADV-010",
        Section.FACTS,
        "chances of different denominators in one section",
        "Many readers take 1 in 1000 for more than 1 in 20, because 1000 is the larger number.",
        IPDAS,
        "“{said}” is counted of another number than “{first}”, in the same section",
        "count all of the same number: {proposal}",
        examples(
            nl=(
                "Koorts krijgt 1 op de 20 mensen. Jeuk krijgen 3 op de 1000 mensen.",
                "Koorts krijgen 50 op de 1000 mensen. Jeuk krijgen 3 op de 1000 mensen.",
            ),
            fr=(
                "La fièvre touche 1 personne sur 20. L’urticaire touche 3 personnes sur 1000.",
                "La fièvre touche 50 personnes sur 1000. L’urticaire touche 3 personnes sur 1000.",
            ),
            de=(
                "Fieber bekommt 1 von 20 Menschen. Juckreiz bekommen 3 von 1000 Menschen.",
                "Fieber bekommen 50 von 1000 Menschen. Juckreiz bekommen 3 von 1000 Menschen.",
            ),
            en=(
                "Fever comes in 1 in 20 people. Itching comes in 3 in 1000 people.",
                "Fever comes in 50 in 1000 people. Itching comes in 3 in 1000 people.",
            ),
        ),
    ),
    AdviceRule(
        "ADV-011",
        Section.FACTS,
        "a risk is told in comparison alone",
        "Twice a very small risk is a very small risk; who is told only “twice” is afraid, or hopes, without reason.",
        TEN_STEPS,
        "“{said}” does not say how many people that are",
        "add both numbers: {proposal}",
        examples(
            nl=(
                "De kans op een bloedklonter is twee keer zo groot.",
                "De kans op een bloedklonter is twee keer zo groot: 2 op de 1000 mensen in plaats van 1 op de 1000.",
            ),
            fr=(
                "Le risque de caillot est deux fois plus élevé.",
                "Le risque de caillot est deux fois plus élevé : 2 personnes sur 1000 au lieu de 1 sur 1000.",
            ),
            de=(
                "Das Risiko für ein Blutgerinnsel ist doppelt so hoch.",
                "Das Risiko für ein Blutgerinnsel ist doppelt so hoch: 2 von 1000 Menschen statt 1 von 1000.",
            ),
            en=(
                "The risk of a clot is twice as high.",
                "The risk of a clot is twice as high: 2 in 1000 people instead of 1 in 1000.",
            ),
        ),
    ),
    AdviceRule(
        "ADV-012",
        Section.FACTS,
        "a percentage of people, and not how many of them",
        "Percentages are hard for many readers; people can be pictured.",
        TEN_STEPS,
        "“{said}” does not say of how many people",
        "write “{proposal}”",
        examples(
            nl=("Bij 12 % van de patiënten komt de ziekte terug.", "Bij 12 op de 100 patiënten komt de ziekte terug."),
            fr=("La maladie revient chez 12 % des patients.", "La maladie revient chez 12 patients sur 100."),
            de=("Bei 12 % der Patienten kehrt die Krankheit zurück.", "Bei 12 von 100 Patienten kehrt sie zurück."),
            en=("The illness comes back in 12% of patients.", "The illness comes back in 12 in 100 patients."),
        ),
    ),
    AdviceRule(
        "ADV-013",
        Section.FACTS,
        "a number that is glued to its unit",
        "An “m” right behind a number has been read as two more zeros.",
        ISMP,
        "“{said}” has no space between the number and what it counts",
        "write “{proposal}”",
        examples(
            nl=("Neem 500mg in.", "Neem 500 mg in."),
            fr=("Prenez 500mg.", "Prenez 500 mg."),
            de=("Nehmen Sie 500mg.", "Nehmen Sie 500 mg."),
            en=("Take 500mg.", "Take 500 mg."),
        ),
    ),
    AdviceRule(
        "ADV-014",
        Section.FACTS,
        "one dose, written in two ways",
        "Who finds 500 mg here and 0.5 g there asks which of them to take.",
        ISMP,
        "“{said}” is the same amount as “{first}”, written in another way",
        "write it in one way: “{first}”",
        examples(
            nl=("Neem 500 mg in.\n\nNooit meer dan 0,5 g.", "Neem 500 mg in.\n\nNooit meer dan 500 mg."),
            fr=("Prenez 500 mg.\n\nJamais plus de 0,5 g.", "Prenez 500 mg.\n\nJamais plus de 500 mg."),
            de=("Nehmen Sie 500 mg.\n\nNie mehr als 0,5 g.", "Nehmen Sie 500 mg.\n\nNie mehr als 500 mg."),
            en=("Take 500 mg.\n\nNever more than 0.5 g.", "Take 500 mg.\n\nNever more than 500 mg."),
        ),
    ),
    AdviceRule(
        "ADV-015",
        Section.FACTS,
        "a dose that ends with a zero behind its sign, or begins with the sign",
        "Where the sign is not seen, 5,0 is fifty, and ,5 is five.",
        ISMP,
        "“{said}” is ten times as much where the sign is not seen",
        "write “{proposal}”",
        examples(
            nl=("Neem 5,0 mg in.", "Neem 5 mg in."),
            fr=("Prenez 5,0 mg.", "Prenez 5 mg."),
            de=("Nehmen Sie 5,0 mg.", "Nehmen Sie 5 mg."),
            en=("Take 5.0 mg.", "Take 5 mg."),
        ),
    ),
    AdviceRule(
        "ADV-016",
        Section.FACTS,
        "a dose in words here and in figures there",
        "Figures are found again at a glance; two ways of writing look like two amounts.",
        ISMP,
        "“{said}” is in words, and “{first}” in figures",
        "write doses in figures: “{proposal}”",
        examples(
            nl=(
                "Neem 2 tabletten in.\n\nNeem ’s avonds drie tabletten in.",
                "Neem 2 tabletten in.\n\nDan 3 tabletten.",
            ),
            fr=("Prenez 2 comprimés.\n\nLe soir, trois comprimés.", "Prenez 2 comprimés.\n\nLe soir, 3 comprimés."),
            de=("Nehmen Sie 2 Tabletten.\n\nAbends drei Tabletten.", "Nehmen Sie 2 Tabletten.\n\nAbends 3 Tabletten."),
            en=("Take 2 tablets.\n\nThree tablets at night.", "Take 2 tablets.\n\n3 tablets at night."),
        ),
    ),
    AdviceRule(
        "ADV-017",
        Section.FACTS,
        "one unit, written in two ways",
        "Who knows one of them takes the other for another unit.",
        SI,
        "“{said}” and “{first}” are the same unit",
        "write “{proposal}” each time",
        examples(
            nl=("Neem 5 ml in.\n\nDaarna 10 mL.", "Neem 5 ml in.\n\nDaarna 10 ml."),
            fr=("Prenez 5 ml.\n\nPuis 10 mL.", "Prenez 5 ml.\n\nPuis 10 ml."),
            de=("Nehmen Sie 5 ml.\n\nDann 10 mL.", "Nehmen Sie 5 ml.\n\nDann 10 ml."),
            en=("Take 5 ml.\n\nThen 10 mL.", "Take 5 ml.\n\nThen 10 ml."),
        ),
    ),
    AdviceRule(
        "ADV-018",
        Section.FACTS,
        "a unit that is misread",
        "µg and mcg have been taken for mg, a thousand times as much.",
        ISMP,
        "“{said}” may be taken for milligrams",
        "write “{proposal}”",
        examples(
            nl=("Neem 20 µg in.", "Neem 20 microgram in."),
            fr=("Prenez 20 µg.", "Prenez 20 microgrammes."),
            de=("Nehmen Sie 20 µg.", "Nehmen Sie 20 Mikrogramm."),
            en=("Take 20 mcg.", "Take 20 micrograms."),
        ),
    ),
    AdviceRule(
        "ADV-019",
        Section.FACTS,
        "a decimal sign that is not the language's",
        "In Dutch, French and German 1.500 is one thousand five hundred, and in English 1,500 is.",
        SI,
        "“{said}” has the decimal sign of another language",
        "write “{proposal}”",
        examples(
            nl=("Neem 0.5 mg in.", "Neem 0,5 mg in."),
            fr=("Prenez 0.5 mg.", "Prenez 0,5 mg."),
            de=("Nehmen Sie 0.5 mg.", "Nehmen Sie 0,5 mg."),
            en=("Take 0,5 mg.", "Take 0.5 mg."),
        ),
    ),
)
