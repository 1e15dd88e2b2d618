"""Reading aloud, in a process of its own."""
