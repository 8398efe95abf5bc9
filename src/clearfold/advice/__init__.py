"""Advice: whether a leaflet is one that a patient can understand, trust and act on; it stops nothing by itself.

It reads a copy as the proof does, with its places, its languages and what each block is to a reader.
"""

from clearfold.advice.advise import Advised, advise, more
from clearfold.advice.spelling import misspelled
from clearfold.advice.together import together

__all__ = ["Advised", "advise", "misspelled", "more", "together"]
