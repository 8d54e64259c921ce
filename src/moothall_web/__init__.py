"""The web shell around the library: people, rows and screens.

Nothing here states a rule of the field.
"""
