"""The workspace: view modes, navigation, command palette, shortcuts, session and help."""
