"""Layout of a window: panes side by side or as tabs, their sizes, and the status bar."""
