"""One module a command; each is thin and calls a service or a module of this package."""
