"""Checks of what is read, in every edition: nothing lost, nothing added, all in order."""
