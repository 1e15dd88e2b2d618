"""The live preview: rendering, sandboxed view, zoom and printing."""
