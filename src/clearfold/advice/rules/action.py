"""Advice on action: what to do, when to ask for help, and whom."""

from clearfold.advice.rules.guidelines import CDC, EQIP, PIF
from clearfold.advice.rules.rule import AdviceRule, Section, Sureness, examples

ACTION = (
    AdviceRule(
        "ADV-090",
        Section.ACTION,
        "a leaflet on a treatment does not say when to ask for help",
        "Who feels ill after a dose looks for one thing, and must find it.",
        EQIP,
        "the leaflet tells what to take, and not when to ask for help",
        "add a part “When should you call?”, with the signs as a list, and whom to call",
        examples(
            nl=("Neem 2 tabletten in.", "Neem 2 tabletten in. Bel je arts als je koorts krijgt."),
            fr=("Prenez 2 comprimés.", "Prenez 2 comprimés. Appelez le médecin si vous avez de la fièvre."),
            de=("Nehmen Sie 2 Tabletten.", "Nehmen Sie 2 Tabletten. Rufen Sie den Arzt an, wenn Sie Fieber haben."),
            en=("Take 2 tablets.", "Take 2 tablets. Call your doctor if you get a fever."),
        ),
    ),
    AdviceRule(
        "ADV-091",
        Section.ACTION,
        "“call us”, and no number anywhere",
        "Who is to call must have the number in the same hand.",
        PIF,
        "“{said}”: there is no number in the leaflet, and none in its contact",
        "write the number behind it, or as contact: phone:",
        examples(
            nl=("Bel ons met je vragen.", "Bel ons met je vragen: 02 123 45 67."),
            fr=("Appelez-nous pour vos questions.", "Appelez-nous pour vos questions : 02 123 45 67."),
            de=("Rufen Sie uns an.", "Rufen Sie uns an: 030 123 45 67."),
            en=("Call us with your questions.", "Call us with your questions: 020 1234 5678."),
        ),
    ),
    AdviceRule(
        "ADV-092",
        Section.ACTION,
        "an emergency without its number",
        "Nobody looks for a number in an emergency.",
        EQIP,
        "“{said}” has no number",
        "write the number where it is needed, large: !!! phone",
        examples(
            nl=("Bel de hulpdiensten.", "Bel de hulpdiensten: 112."),
            fr=("Appelez les secours.", "Appelez les secours : 112."),
            de=("Rufen Sie den Notarzt.", "Rufen Sie den Notarzt: 112."),
            en=("Call an ambulance.", "Call an ambulance: 999."),
        ),
    ),
    AdviceRule(
        "ADV-093",
        Section.ACTION,
        "an occasion to call that says nothing",
        "“If necessary” leaves the reader to judge what only you know.",
        CDC,
        "“{said}” does not say when",
        "say which signs are meant: “if you have a fever above 38 °C, or cannot keep food down”",
        examples(
            nl=("Bel je arts indien nodig.", "Bel je arts als je koorts hebt."),
            fr=("Appelez le médecin si nécessaire.", "Appelez le médecin si vous avez de la fièvre."),
            de=("Rufen Sie bei Bedarf den Arzt an.", "Rufen Sie bei Fieber den Arzt an."),
            en=("Call your doctor if necessary.", "Call your doctor if you have a fever."),
        ),
        sureness=Sureness.OFTEN,
    ),
    AdviceRule(
        "ADV-094",
        Section.ACTION,
        "an amount that cannot be measured",
        "“Enough” is two glasses for one reader, and two litres for another.",
        CDC,
        "“{said}” does not say how much, or how often",
        "say how much, or how often: “six glasses a day”",
        examples(
            nl=("Drink voldoende water.", "Drink elke dag anderhalve liter water."),
            fr=("Buvez suffisamment d’eau.", "Buvez un litre et demi d’eau par jour."),
            de=("Trinken Sie ausreichend Wasser.", "Trinken Sie jeden Tag anderthalb Liter Wasser."),
            en=("Drink enough water.", "Drink six glasses of water a day."),
        ),
        sureness=Sureness.OFTEN,
    ),
)
