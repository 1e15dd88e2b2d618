"""What is written where, for one review or for many."""
