"""Braille: what the words of it do not say."""
