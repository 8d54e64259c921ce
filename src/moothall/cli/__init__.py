"""The command line of the pure commands: arguments, the clock, exit codes.  Imports no Django."""

from moothall.cli.arguments import PURE_COMMANDS, main

__all__ = ["PURE_COMMANDS", "main"]
