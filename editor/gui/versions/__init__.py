"""Earlier versions of the reviews: keeping them, and the way back to one."""
