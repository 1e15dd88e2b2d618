"""What a review has and lacks: numbers, readability, and what is missing to publish it."""
