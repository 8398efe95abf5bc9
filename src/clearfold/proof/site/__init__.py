"""The proof of a site: what it links, offers and lists is what stands in it."""
