"""How bills are filed, acted on and published."""
