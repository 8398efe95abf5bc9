"""The closed world of our own EPUBs: what their make explains is written down, and all else is strange."""
