"""What the proof can say of printed pages: code, fact and hint of each rule that codes.py takes up."""

PAGE: tuple[tuple[str, str, str], ...] = ()
