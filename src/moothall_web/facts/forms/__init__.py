"""The one form in which every fact is entered, made from the fact's own types.

`parts` says what is asked, `readings` how each answer is read and written, `content` how a fact
becomes the fields of a page and back, `fact_form` is Django's form of it, and `differences` sets
two versions side by side.  All of it is pure: it knows no row and no request.
"""
