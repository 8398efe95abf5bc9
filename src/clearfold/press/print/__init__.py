"""What is made for paper alone: folded sheets, and files for the print shop."""
