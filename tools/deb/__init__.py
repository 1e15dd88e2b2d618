"""The Debian package: a bundle below ``/usr/lib/rezensent`` with what a desktop reads about it."""
