"""Which addresses the studio answers, and what each of them does: a module a part of the program."""
