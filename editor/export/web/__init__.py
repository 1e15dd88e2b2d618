"""Web pages: templates, themes, style sheets and metadata."""
