"""Checks of files for paper alone: folds, boxes and inks."""
