"""Finished files held against their copy, whoever made them; our own are known by what they say of themselves."""
