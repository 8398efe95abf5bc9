"""The page for the editorial board: criteria one by one, advice, lengths; what a person must judge is left to one."""
