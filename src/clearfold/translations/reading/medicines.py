"""Names of medicines, by the stems of international nonproprietary names (WHO) and a short list, folded for languages.

Paracetamol is paracétamol, Methotrexat methotrexaat and acetylsalicylzuur acetylsalicylic acid.
"""

import re
from functools import lru_cache
from unicodedata import combining, normalize

_WORD = re.compile(r"[^\W\d_]{5,}(?:-[^\W\d_]+)*")
# Endings of the names, once folded: monoclonal antibodies, kinase inhibitors, statins, and so on.
_STEMS = re.compile(
    r"[a-z]{2,}(?:mab|tinib|ciclib|rafenib|zomib|parib|ercept|atacept|statin|sartan|prazol|conazol|nidazol|cilin|"
    r"micin|floxacin|ciclin|ciclovir|navir|buvir|previr|asvir|amivir|tegravir|gliptin|gliflozin|glutid|parin|xaban|"
    r"oxetin|azepam|azolam|cain|coxib|profen|triptan|dipin|tiazid|semid|fibrat|dronat|limus|trexat|platin|taxel|"
    r"rubicin|predniso(?:n|lon)|metason|cortison|olol|terol|tropium|lukast|setron|gatran|fungin|cefal?[a-z]+in|"
    r"cel-leucel|leucel|imod|cladribin|poetin)$"
)
_NAMES = frozenset(
    "paracetamol acetaminofen ibuprofen aspirin asetilsalisil diklofenak naproksen insulin metformin morfin kodein "
    "tramadol oksikodon fentanil heparin kortison prednison prednisolon deksametason hidrokortison azatioprin "
    "hidroksiklorokin siklosporin siklofosfamid mikofenolat levotiroksin kolkisin alopurinol amoksisilin digoksin "
    "amiodaron varfarin asenokumarol fenprokumon furosemid spironolakton ranitidin litium salbutamol adrenalin "
    "noradrenalin atropin ketamin propofol metilprednisolon interferon fludarabin bendamustin tosilizumab anakinra "
    "levetirasetam valproat karbamazepin lamotrigin enalapril lisinopril perindopril ramipril kaptopril".split()
)
_TAILS = re.compile(r"(?:zuur|saure|ique|ic|zur|um|e|en|s|o|a)$")


def medicines(text: str) -> dict[str, str]:
    """Return the medicines that a text names: the folded name of each, and how it is written there first."""
    found: dict[str, str] = {}
    for match in _WORD.finditer(text):
        name = folded(match[0])
        if len(name) > 5 and (name in _NAMES or _STEMS.search(_latin(match[0]))):
            found.setdefault(name, match[0])
    return found


def names(text: str, medicine: str) -> bool:
    """Say whether a text has a medicine, by its folded name, also in a spelling that is no more than a letter off."""
    return any(_near(medicine, folded(match[0])) for match in _WORD.finditer(text))


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """Return a word without accents and endings, its sounds written in one way."""
    word = _latin(word)
    for written, sound in (("ks", "x"), ("cc", "x"), ("ch", "k"), ("qu", "k"), ("x", "ks")):
        word = word.replace(written, sound)
    word = re.sub(r"c(?=[eiy])", "s", word).replace("c", "k").replace("z", "s").replace("y", "i")
    return re.sub(r"(.)\1", r"\1", _TAILS.sub("", word))


def _latin(word: str) -> str:
    """Return a word in plain small letters, double ones and Greek spellings single, without its last vowel."""
    plain = "".join(sign for sign in normalize("NFKD", word.lower()) if not combining(sign))
    for written, sound in (("ß", "ss"), ("ph", "f"), ("th", "t"), ("rh", "r"), ("aa", "a"), ("y", "i"), ("ll", "l")):
        plain = plain.replace(written, sound)
    return _TAILS.sub("", plain) if plain.endswith(("e", "um", "o", "a")) else plain


def _near(one: str, two: str) -> bool:
    """Say whether two names differ by one letter at most, behind a beginning that is the same."""
    if one == two:
        return True
    if abs(len(one) - len(two)) > 1 or one[:2] != two[:2]:
        return False
    at = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return one[at + 1 :] == two[at + 1 :] or one[at:] == two[at + 1 :] or one[at + 1 :] == two[at:]
