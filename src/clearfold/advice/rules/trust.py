"""Advice on trust: who made a leaflet, when, on what ground, with whose money, and whom to ask."""

from clearfold.advice.rules.guidelines import DISCERN, EQIP, PIF
from clearfold.advice.rules.rule import AdviceRule, Example, Guideline, Section, Sureness, alike, examples
from clearfold.model.copy_rules.rule import Where

_OTHER = 'version: "1.0"'
_TEA = {
    "nl": "Richtlijn over thee",
    "fr": "Recommandation sur le thé",
    "de": "Leitlinie zu Tee",
    "en": "Guideline on tea",
}


def _missing(
    code: str, what: str, why: str, by: Guideline, line: str, about: str = "", **translated: str
) -> AdviceRule:
    """Return the advice to write a key that is not there; ``line`` is how it is written, in English or in any language.

    ``translated`` are the lines in other languages, where their words are others.
    """
    key = line.split(":", maxsplit=1)[0]
    proposal = f"write {line.splitlines()[0]}" if "\n" not in line else f"write {key}: {about}"
    fact = f"the leaflet does not say {what}"
    written = {**alike(_OTHER, line), **{lang: Example(_OTHER, said) for lang, said in translated.items()}}
    return AdviceRule(code, Section.TRUST, f"not said: {what}", why, by, fact, proposal, written, where=Where.FRONT)


TRUST = (
    _missing(
        "ADV-030",
        "when it was published",
        "Who finds a leaflet in a drawer must see how old it is.",
        DISCERN,
        "published: 2026-11-23",
    ),
    _missing(
        "ADV-031",
        "when it will be looked at again",
        "A date of review is a promise to the reader, and a note to yourselves.",
        PIF,
        "review_by: 2029-11-23",
    ),
    AdviceRule(
        "ADV-032",
        Section.TRUST,
        "the date of review has passed",
        "A leaflet that was to be looked at again, and was not, says so to every reader.",
        PIF,
        "the leaflet was to be looked at again by {said}",
        "look at it again, then write a new review_by; or write status: withdrawn",
        alike("published: 2020-01-31\nreview_by: 2023-01-31", "published: 2026-01-31\nreview_by: 2029-01-31"),
        where=Where.FRONT,
    ),
    _missing(
        "ADV-033",
        "on which sources it stands",
        "What cannot be looked up must be believed.",
        DISCERN,
        "sources:\n  - Guideline on tea, 2025",
        "and below it a line for each, “  - Author, title, year”",
        nl=f"sources:\n  - {_TEA['nl']}, 2025",
        fr=f"sources:\n  - {_TEA['fr']}, 2025",
        de=f"sources:\n  - {_TEA['de']}, 2025",
    ),
    _missing(
        "ADV-034",
        "who wrote it",
        "Readers ask who is speaking to them.",
        EQIP,
        "authors: Name, what she is",
        nl="authors: Naam, wat ze is",
        fr="authors: Nom, ce qu'elle est",
        de="authors: Name, was sie ist",
    ),
    _missing(
        "ADV-035",
        "who, with knowledge of the matter, has read it",
        "A reader cannot judge whether it is right, and trusts somebody who can.",
        PIF,
        "reviewers: Name, what he is",
        nl="reviewers: Naam, wat hij is",
        fr="reviewers: Nom, ce qu'il est",
        de="reviewers: Name, was er ist",
    ),
    _missing(
        "ADV-036",
        "which readers have tried it",
        "Writers cannot see what they take for granted; readers can.",
        PIF,
        "testers: Four people with gout",
        nl="testers: Vier mensen met jicht",
        fr="testers: Quatre personnes qui ont la goutte",
        de="testers: Vier Menschen mit Gicht",
    ),
    _missing(
        "ADV-037",
        "who paid for it",
        "Who is not told who paid thinks of somebody.",
        EQIP,
        "funding: Paid from members’ fees.",
        nl="funding: Betaald uit de bijdragen van de leden.",
        fr="funding: Payé par les cotisations des membres.",
        de="funding: Bezahlt aus den Beiträgen der Mitglieder.",
    ),
    _missing(
        "ADV-038",
        "whether somebody has an interest in it",
        "“None” is an answer too, and the one that readers hope for.",
        DISCERN,
        "conflicts: None of the authors works for a company.",
        nl="conflicts: Geen van de auteurs werkt voor een bedrijf.",
        fr="conflicts: Aucun des auteurs ne travaille pour une entreprise.",
        de="conflicts: Niemand von den Verfassern arbeitet für ein Unternehmen.",
    ),
    _missing(
        "ADV-039",
        "whom to ask",
        "Who has a question left after reading needs a number or an address.",
        PIF,
        "contact:\n  phone: 02 123 45 67",
        "and below it “  phone: …” or “  email: …”; in publisher.yaml it is for all your leaflets",
    ),
    AdviceRule(
        "ADV-040",
        Section.TRUST,
        "sources without the date of the last search",
        "Sources of 2022 may be the newest that there are, or the newest that were found in 2022.",
        PIF,
        "the leaflet has sources, and does not say when somebody last looked for newer ones",
        "write searched: 2026-11-23, with the day of the last search",
        {
            lang: Example(f"sources: {on}, 2025", f"sources: {on}, 2025\nsearched: 2026-10-01")
            for lang, on in _TEA.items()
        },
        where=Where.FRONT,
        sureness=Sureness.OFTEN,
    ),
    AdviceRule(
        "ADV-041",
        Section.TRUST,
        "the newest source is old",
        "Treatments change within a few years.",
        DISCERN,
        "the newest source is of {said}",
        "look for newer ones; where there are none, write searched: and the day on which you looked",
        {
            lang: Example(f"published: 2026-11-23\nsources: {on}, 2012", f"published: 2026-11-23\nsources: {on}, 2024")
            for lang, on in _TEA.items()
        },
        where=Where.FRONT,
        sureness=Sureness.OFTEN,
    ),
    AdviceRule(
        "ADV-042",
        Section.TRUST,
        "research is spoken of, and none is named",
        "“Studies show” can be said of anything; a note says which.",
        DISCERN,
        "“{said}” does not say which",
        "add a note, {said}[^1], with its source below: [^1]: Author, title, year",
        examples(
            nl=("Uit onderzoek blijkt dat thee helpt.", "Uit onderzoek blijkt dat thee helpt.[^1]\n\n[^1]: Bron 1."),
            fr=("Des études montrent que le thé aide.", "Des études montrent que le thé aide.[^1]\n\n[^1]: Source 1."),
            de=("Studien zeigen, dass Tee hilft.", "Studien zeigen, dass Tee hilft.[^1]\n\n[^1]: Quelle 1."),
            en=("Studies show that tea helps.", "Studies show that tea helps.[^1]\n\n[^1]: Source 1."),
        ),
        sureness=Sureness.OFTEN,
        cure="add a note that names the source",
    ),
)
