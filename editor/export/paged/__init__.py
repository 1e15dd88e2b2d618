"""Paged formats: block layout, pandoc documents and typesetting for Word, LibreOffice and PDF."""
