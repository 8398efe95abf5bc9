"""The words by which advice finds what it speaks of, a module a subject; each has a table by language."""
