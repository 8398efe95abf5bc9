"""Files of other makers, by the folder: each is checked and shown under limits, and only what goes wrong is told."""
