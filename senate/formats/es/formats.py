"""Chile writes 1.234.567,5: Django's Spanish puts a space between thousands."""

DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "."
NUMBER_GROUPING = 3
