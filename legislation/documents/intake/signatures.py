"""The one signature that we look for ourselves: the harmless file that every scanner must find."""

# EICAR's, in halves: whole, it would have a scanner remove this module.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}" + rb"$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
EICAR_NAME = "EICAR"


class Watch:
    """Looks for the signature in what passes, piece by piece."""

    def __init__(self) -> None:
        self._kept = b""
        self.found = False

    def see(self, piece: bytes) -> None:
        seen = self._kept + piece
        self.found = self.found or EICAR in seen
        self._kept = seen[-(len(EICAR) - 1) :]
