"""Web pages: templates, style sheets and metadata."""
