"""Views of the citizens' portal: one build, one template, no tables."""
