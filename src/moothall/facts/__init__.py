"""What the councils have told us: frozen facts, with source, owner and the day they were known.

The shape of every fact is defined here and nowhere else: the programme folder, the database rows
and the JSON all follow these dataclasses.
"""
