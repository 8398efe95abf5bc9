"""What writers see while they write: saves are noticed, and pages made of them by a process that is warm."""
