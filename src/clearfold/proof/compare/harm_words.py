"""Words that can hurt somebody when they change, language by language; each stands here without capitals."""

NEGATIONS = {
    "nl": "geen niet nooit niemand niets nergens zonder noch evenmin nauwelijks",
    "fr": "ne n pas jamais aucun aucune rien personne sans ni",
    "de": "kein keine keinen keinem keiner keines nicht nie niemals niemand nichts nirgends ohne weder noch",
    "en": "no not never none nobody nothing nowhere without neither nor cannot can't don't doesn't isn't aren't",
}
NUMBERS = {
    "nl": "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig honderd duizend half",
    "fr": "zéro deux trois quatre cinq six sept huit neuf dix onze douze vingt trente cent mille million demi",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend halb",
    "en": "zero one two three four five six seven eight nine ten eleven twelve twenty thirty hundred thousand half",
}
# What may, must or can be; before or after; at least or at most; how often.
LIMITS = {
    "nl": "moet moeten mag mogen kan kunnen voor na tijdens tot meer minder minstens hoogstens minimaal maximaal vóór",
    "fr": "doit doivent devez dois peut peuvent pouvez peux faut avant après jusque plus moins minimum maximum",
    "de": "muss müssen darf dürfen kann können soll sollen vor nach bis mehr weniger mindestens höchstens",
    "en": "must may can should before after until more less least most up",
}
TIMES = {
    "nl": "seconde seconden minuut minuten uur uren dag dagen dagelijks week weken wekelijks maand maanden jaar "
    "jaren maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "fr": "seconde secondes minute minutes heure heures jour jours semaine semaines mois an ans année années lundi "
    "mardi mercredi jeudi vendredi samedi dimanche",
    "de": "sekunde sekunden minute minuten stunde stunden tag tage tagen täglich woche wochen monat monate monaten "
    "jahr jahre jahren montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "en": "second seconds minute minutes hour hours day days daily week weeks weekly month months year years monday "
    "tuesday wednesday thursday friday saturday sunday",
}
# How often, and when in the day.
OFTEN = {
    "nl": "altijd steeds telkens meestal vaak dikwijls geregeld regelmatig soms zelden eenmaal tweemaal driemaal "
    "opnieuw ochtend ochtends morgen morgens middag middags avond avonds nacht nachts nuchter eten maaltijd "
    "vroeg laat",
    "fr": "toujours souvent régulièrement parfois rarement encore matin midi après-midi soir nuit jeun repas tôt "
    "tard quotidien quotidienne hebdomadaire mensuel",
    "de": "immer stets meistens oft häufig regelmäßig manchmal selten einmal zweimal dreimal erneut morgen morgens "
    "mittag mittags abend abends nacht nachts nüchtern essen mahlzeit früh spät",
    "en": "always usually often regularly frequently sometimes rarely seldom once twice thrice again morning "
    "mornings noon midday afternoon evening evenings night nights bedtime fasting meal meals early late",
}
# Words of which each has its opposite.
OPPOSITES = {
    "nl": "hoog hoge hoger hoogste laag lage lager laagste groot grote groter klein kleine kleiner lang lange "
    "langer kort korte korter snel snelle sneller langzaam langzame langzamer warm warme koud koude links "
    "linker linkerarm rechts rechter rechterarm open dicht veel weinig zwaar zware licht lichte sterk sterke "
    "zwak zwakke veilig veilige onveilig gevaarlijk gevaarlijke normaal normale abnormaal positief positieve "
    "negatief negatieve toegestaan verboden verhogen verhoogt verhoogd verlagen verlaagt verlaagd stijgen "
    "stijgt dalen daalt toename afname beginnen begint stoppen stop stopt doorgaan verder wel binnen buiten "
    "boven onder eerst daarna alleen allemaal volwassenen kinderen jong jonge oud oude",
    "fr": "haut haute hauts hautes bas basse grand grande petit petite long longue court courte rapide rapidement "
    "lent lente lentement chaud chaude froid froide gauche droite droit ouvert ouverte fermé fermée beaucoup "
    "peu lourd lourde léger légère fort forte faible sûr sûre dangereux dangereuse anormal anormale positif "
    "positive négatif négative autorisé autorisée interdit interdite augmenter augmente augmentation diminuer "
    "diminue diminution commencer commence arrêter arrêtez arrête continuer continuez dedans dehors dessus "
    "dessous seulement adultes enfants jeune vieux",
    "de": "hoch hohe hoher höher höchste niedrig niedrige niedriger groß große größer klein kleine kleiner lang "
    "lange länger kurz kurze kürzer schnell schnelle schneller langsam langsame langsamer warm warme heiß "
    "kalt kalte links linke rechts rechte offen wenig wenige schwer schwere leicht leichte stark starke "
    "schwach schwache sicher sichere unsicher gefährlich gefährliche normal normale positiv positive negativ "
    "negative erlaubt verboten erhöhen erhöht senken gesenkt steigt sinkt zunahme abnahme beginnen beginnt "
    "aufhören absetzen stoppen weiter drinnen draußen innen außen zuerst danach nur erwachsene kinder jung "
    "alt",
    "en": "high higher highest low lower lowest big bigger large larger small smaller long longer short shorter "
    "fast faster quick quickly slow slower slowly warm hot cold left right open closed off many much few "
    "little heavy light strong stronger weak weaker safe unsafe dangerous normal abnormal positive negative "
    "allowed forbidden increase increases increased decrease decreases decreased raise raises reduce reduces "
    "rise rises fall falls start starts stop stops continue continues inside outside above below first adults "
    "children young old",
}
# What is counted of a medicine.
DOSES = {
    "nl": "tablet tabletten capsule capsules pil pillen druppel druppels lepel lepels ampul ampullen spuit spuiten "
    "puf pufjes eenheid eenheden dosis",
    "fr": "comprimé comprimés gélule gélules pilule pilules goutte gouttes cuillère cuillères cuillerée ampoule "
    "ampoules seringue seringues bouffée bouffées unité unités dose doses",
    "de": "tablette tabletten kapsel kapseln pille pillen tropfen löffel ampulle ampullen spritze spritzen hub hübe "
    "einheit einheiten dosis dosen",
    "en": "tablet tablets capsule capsules pill pills drop drops spoon spoons spoonful teaspoon teaspoons "
    "tablespoon ampoule ampoules syringe syringes puff puffs unit units dose doses",
}
WORDS = (NEGATIONS, NUMBERS, LIMITS, TIMES, OFTEN, OPPOSITES, DOSES)
UNITS = frozenset(
    "% ‰ g mg µg μg mcg ng kg l ml cl dl µl μl mmol mol meq mosm kcal kj iu ie ui °c °f mmhg cm mm kg/m² mg/kg "
    "ml/min keer maal fois mal times".split()
)
MONTHS = frozenset(
    "januari februari maart april mei juni juli augustus september oktober november december janvier février mars "
    "avril mai juin juillet août septembre octobre novembre décembre januar februar märz juli august dezember "
    "january february march may june july october".split()
)
