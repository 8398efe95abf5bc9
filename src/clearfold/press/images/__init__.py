"""Whether a picture's file can be shown by every edition, and holds nothing but a picture."""
