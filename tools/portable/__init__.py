"""The portable archive: runs from any folder, and installs itself for one account."""
