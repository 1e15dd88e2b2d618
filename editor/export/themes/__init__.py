"""Page themes: reading their folders, and choosing among shipped ones and the writer's own."""
