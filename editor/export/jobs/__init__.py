"""Export jobs: presets, plans, and executors that write the files."""
