"""Bytes at the edge: the programme folder in; nothing half-read ever leaves this room."""
