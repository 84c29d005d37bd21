"""What can go wrong on the way to running servers, in a sentence for the person at the shell."""


class ServersUnavailable(RuntimeError):
    """The embedded servers cannot run here; the message says why and what to do."""
