"""The command line: words parsed, the pipeline called, what came of it printed."""
