"""What a writer comes back to: views, palette, shortcuts, recent files, help."""
