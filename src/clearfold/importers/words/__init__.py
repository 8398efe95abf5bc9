"""What is known of words: lists of four languages, in which language a text is, whether a hyphen belongs to a word."""
