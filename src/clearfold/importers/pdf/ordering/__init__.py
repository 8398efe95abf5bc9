"""In which order panels are read: how leaflets are folded, and how well one panel follows another."""
