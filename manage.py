#!/usr/bin/env python
"""The door for commands: starts the embedded servers when a command needs them."""

import sys

from senate.command_line import main

if __name__ == "__main__":
    sys.exit(main(sys.argv))
