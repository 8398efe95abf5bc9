"""The site: all published leaflets on one shelf, for people, e-readers and searches; made of finished sets alone."""
