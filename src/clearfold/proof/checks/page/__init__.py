"""Checks of printed pages: what the numbers of large print ask of them."""
