"""The tests: a package, so that no other of this name, which a requirement may bring, stands in its place."""
