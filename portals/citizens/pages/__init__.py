"""Pages of the citizens' portal: frozen dataclasses, one selector per subject."""
