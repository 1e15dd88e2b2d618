"""What Windows needs of a bundle: names and versions of its programs, and the installer."""
