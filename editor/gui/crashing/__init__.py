"""What happens when Rezensent itself makes a mistake."""
