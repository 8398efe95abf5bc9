"""Copies of one leaflet in several languages, held against each other as the proof reads them.

What is stale, and whether the same is said: sections and their parts, numbers with units, medicines, dates, addresses.
"""
