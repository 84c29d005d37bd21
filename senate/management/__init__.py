"""Commands of the whole: running, preparing, translating."""
