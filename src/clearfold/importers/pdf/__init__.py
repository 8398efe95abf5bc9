"""PDFs: folded, imposed, in spreads, plain. Their letters by pdfium, their order by what the panels say."""
