"""Words that belong to the one behind them, so that no line, and nothing that is cut short, ends with them."""

SHORT = 3  # letters of a word that says little by itself
# Words that belong to the next one, in the languages that have labels: articles, prepositions, conjunctions.
LEANING = frozenset(
    "about after against among around because before behind below between during from into onto over that than "
    "their these this those through under until what when which while with without your "
    "aan achter bij binnen door een geen haar hoe hun jouw langs maar mijn naar naast onder onze over rond sinds "
    "tegen tijdens tot tussen uit van vanaf voor wanneer wat welke wordt zonder "
    "avec avant après chez contre dans depuis derrière des deux entre leur leurs mais notre nous pour pendant "
    "quand quel quelle sans selon sous sur une votre vers vous "
    "aber auch auf aus beim das dass dem den der des die durch ein eine einem einen einer eines für gegen hinter ihr "
    "ihre kein keine mein meine mit nach neben nicht oder ohne seit sich sind über und unser unter vom von vor was "
    "wenn wie wird zum zur zwischen".split()
)


def leans(word: str) -> bool:
    """Say whether a word belongs to the next one: a number, a short word, an article; none with a sign behind it."""
    return word.isdigit() or (word.islower() and word[-1].isalpha() and (len(word) <= SHORT or word in LEANING))
