"""What Clearfold says to people: English words that can be told in another language wherever they come to be read.

Whoever finds something marks its words with ``message``, and knows of no language. Whoever prints them, or writes a
page of them, tells them: ``with speaking("fr"): told(words)``. Documents for programs take them as they are: English.
"""

from clearfold.model.messages.language import ENGLISH, LANGUAGES, Language, spoken
from clearfold.model.messages.message import Message, counted, joined, message, told
from clearfold.model.messages.speaking import current, speaking

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "Language",
    "Message",
    "counted",
    "current",
    "joined",
    "message",
    "speaking",
    "spoken",
    "told",
]
