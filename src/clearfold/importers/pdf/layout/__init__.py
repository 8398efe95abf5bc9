"""Pages cut into panels, and what stands on each: columns, tables, headings, paragraphs, items; what is left out."""
