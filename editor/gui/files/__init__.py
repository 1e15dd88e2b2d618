"""Opening and saving: save queue, autosave, journal, locks, conflicts and recovery."""
