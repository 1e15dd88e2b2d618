"""Review files on disk: reading, atomic writing, front matter, journal, backups and locks."""
