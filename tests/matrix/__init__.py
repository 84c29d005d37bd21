"""Who gets what answer where: every address, every method, every role, declared and executed."""
