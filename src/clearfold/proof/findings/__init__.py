"""What the proof can say: every rule with its code and its wording, and findings of them."""
