"""A module a command: each adds itself to the parser, and carries itself out."""
