"""Faults that nobody wrote down: finished files changed by grammar and seed, and outside witnesses of what that did."""
