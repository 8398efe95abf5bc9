"""The ground floor, which press and proof share: diagnostics, the copy's text, the transcript, paper, limits."""
