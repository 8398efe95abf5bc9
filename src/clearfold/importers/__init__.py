"""Other people's files → copy: for each kind a maker and a prover, which share the model of this room and nothing else.

A maker turns bytes into a document and a ledger; a prover reads the same bytes again into passages. What is written
from the document is then held against the passages: each difference is an entry of the ledger, or the import is
rejected.
"""
