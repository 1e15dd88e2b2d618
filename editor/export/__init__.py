"""Finished reviews: one small exporter per format over one Review. Free of Qt."""
