"""What e-books and web pages share: text that flows as its reader likes, in trees that templates have made."""
