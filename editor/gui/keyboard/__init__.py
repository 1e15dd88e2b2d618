"""Keys: what they do outside text fields, and what they are called."""
