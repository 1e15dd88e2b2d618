"""Export in the window: dialog, presets, jobs, clipboard and page themes."""
