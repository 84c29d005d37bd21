"""What each page of the senators' portal shows: a frozen dataclass and its build()."""
