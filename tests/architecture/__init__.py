"""What the house promises about itself, read from its sources: no test here needs a record."""
