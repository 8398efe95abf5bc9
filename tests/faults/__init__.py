"""Faults put into finished files, one at a time and never through the press: how the proof's checks earn their place."""
