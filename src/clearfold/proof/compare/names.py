"""Know names by their words: those of the copy's people, and those of medicines, which many languages write small.

Between the expected Transcript and critical.py, which says what can hurt somebody when it changes.
"""

import re
import unicodedata
from itertools import pairwise

from clearfold.model.transcript import Kind, Transcript

EDGES = "*.,;:!?()[]{}\"'“”‘’«»…"
ENDS = tuple(".!?:…")

# How the names of medicines end: WHO, Use of stems in the selection of International Nonproprietary Names (INN) for
# pharmaceutical substances (2024). Without the last e, which Dutch and French write, and without accents. A stem with
# which other words end too (cel, cept, platin, terol, vir) stands here as longer forms alone, or not at all.
STEMS = (
    # the immune system, inflammation, cancer
    *"mab leucel cabtagen bercept nercept tacept tinib ciclib parib rafenib zomib lisib degib limus limod".split(),
    *"animod onimod trexat trexaat taxel rboplatin aliplatin rubicin notecan potecan poside citabin arabin".split(),
    *"osfamid osphamid domid thioprin loroquin floquin metason methason cortison esonid coxib".split(),
    *"profen fenac oxicam".split(),
    # heart, blood, sugar
    *"olol pril sartan dipin statin nofibrat nofibraat zafibrat zafibraat thiazid semid lacton gatran xaban".split(),
    *"dogrel sugrel parin formin gliptin gliflozin glutid glitazon clamid".split(),
    # nerves, pain, sleep
    *"azepam zolam oxetin triptylin pramin peridol peridon tiapin zapin barbital racetam gabalin setron".split(),
    *"triptan docain vacain fentanil fentanyl adol orphan".split(),
    # infections
    *"cillin mycin micin oxacin cyclin bactam penem conazol nidazol bendazol clovir navir buvir asvir fovir".split(),
    *"amivir previr tegravir vudin virin".split(),
    # stomach, lungs, allergy, hormones, bones
    *"prazol metidin nitidin motidin meterol moterol caterol noterol buterol tropium lukast fyllin phyllin".split(),
    *"ratadin irizin nafil lafil nasterid tasterid azosin losin prorelin serelin ptorelin reotid dronat".split(),
    *"dronaat trozol".split(),
)
# Common ones whose names end in no stem, or in one that other words have too.
OTHERS = (
    "paracetamol acetaminophen aspirin morphin morfin codein insulin heparin warfarin digoxin lithium colchicin "
    "adrenalin epinephrin prednison prednisolon kortison cisplatin salbutamol sertralin citalopram escitalopram "
    "glimepirid zolpidem gabapentin".split()
)
# Too low or too high: two letters make one of the other.
OPPOSED = r"(?:hypo|hyper)(?:tens|tend|ton|gly|kal|calc|natr|thyr|therm|vol|ox|capn)\w+"
MEDICINE = re.compile(
    rf"(?:\w{{2,}}(?:{'|'.join(STEMS)})|{'|'.join(OTHERS)}|cef\w+(?:im|in|ol|on|or|il))(?:e|en|es|s|n)?|{OPPOSED}"
)


def is_medicine(word: str) -> bool:
    """Say whether a word, or a part of it between hyphens, is a medicine's name, or begins with hypo or hyper."""
    parts = unicodedata.normalize("NFD", word.casefold()).strip(EDGES).split("-")
    plain = ("".join(c for c in part if not unicodedata.combining(c)) for part in parts)
    return any(MEDICINE.fullmatch(part) for part in plain)


def names_of(copy: Transcript) -> frozenset[str]:
    """Return the words, in small letters, that are names in a copy wherever they stand, a sentence's start too.

    Those of its authors and publisher, and each that has a capital where no sentence begins; a word that the copy
    writes small as well is none. So is the first word of a sentence that a name follows: a first name.
    """
    capital: set[str] = set()
    small: set[str] = set()
    german = copy.lang.lower().startswith("de")  # all nouns have a capital: the word before one says nothing
    for block in copy.blocks:
        words = [(word, word.strip(EDGES)) for word in block.text.split()]
        begins = block.kind is not Kind.PUBLISHER
        for written, bare in words:
            if bare[:1].isupper() and not begins:
                capital.add(bare.casefold())
            elif bare[:1].islower():
                small.add(bare.casefold())
            begins = written.endswith(ENDS)
        # Two words with capitals, one after the other with nothing between them.
        pairs = [] if german else pairwise(words)
        capital.update(
            one[1].casefold()
            for one, two in pairs
            if one[1][:1].isupper() and two[1][:1].isupper() and one[0] == one[1]
        )
    for key, value in copy.facts:
        if key == "authors":
            capital.update(word.strip(EDGES).casefold() for word in value.split() if word[:1].isupper())
    return frozenset(capital - small)
