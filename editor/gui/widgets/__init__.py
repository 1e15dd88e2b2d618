"""Widgets and painters that several rooms use; they know no room and no settings."""
