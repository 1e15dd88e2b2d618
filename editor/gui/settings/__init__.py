"""The settings: held, shown in one window, and mirrored in actions."""
