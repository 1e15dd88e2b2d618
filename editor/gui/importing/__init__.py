"""Import of finished texts: the page on which their units are assigned to sections."""
