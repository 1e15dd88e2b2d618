"""Files of a Linux desktop: menu entry, icons, description for catalogues, manual pages."""
