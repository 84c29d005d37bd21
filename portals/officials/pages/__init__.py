"""What each page of the officials' portal shows: a frozen dataclass and its build()."""
