"""Readers of a PDF: its tag tree, its drawn text, its pages."""
