"""Export jobs: file names, presets, single and batch writing."""
