"""From copies to published sets: building, proving and building again, here or in many processes."""
