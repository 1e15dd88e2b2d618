"""A writer's Markdown as sanitised nodes, which every other format is made of."""
