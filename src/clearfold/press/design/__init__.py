"""How an association's leaflets look: its colours, its typeface, and the style sheets that draw with them."""
