"""The body by its elements: what lists, tables, pictures, notes and abbreviations become in the document tree."""
