"""The proof of an import: other people's files read a second time, and the copy held against what was read.

Nothing here knows a maker. Where a copy differs from its original, an entry of the ledger must say so.
"""
