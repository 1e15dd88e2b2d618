"""Export in the window: dialog, presets, jobs and clipboard."""
