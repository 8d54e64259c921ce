"""Plain words of claims: those that stand beside figures of all kinds, and those for people."""

from moothall.proofread.reading.thesaurus import root

_GENERIC = """
spend spent expenditure budget saving save income grant funding forecast expect estimate project
predict increase reduce reduction year annual annually service council authority programme people
person number new work use need provide support approve agree propose proposal report committee
cabinet pay receive place take remain period complete begin start end target level rate share
available additional require include money price charge allocation full result area position meet
change give county borough district city term last run long plan scheme contribution time group
deal dealt handle process undertake undertook conduct record reach rise rose fall fell grow grew
serve offer show stood during yield draw drew ran made make carry carried hold held bring brought
go went see saw gave find found used keep kept put come came say said expected consist contain
cover compare compared board officer director head whole part general main local public recommend
further
"""
GENERIC = frozenset(root(word) for word in _GENERIC.split())
"""Words of what is measured, which stand beside figures of all kinds and tell little."""

_ACTS = """
application complaint request enquiry inspection booking objection appeal referral
"""
ACTS = frozenset(root(word) for word in _ACTS.split())
"""What is done about a thing and counted by itself: "181 applications for moorings"."""

PEOPLE = frozenset(root(word) for word in ("people", "persons", "individuals"))
_HUMAN = """
staff employee worker member household family resident respondent pupil tenant user customer
participant patient visitor child student reply response questionnaire carer adult applicant
apprentice volunteer councillor claimant passenger swimmer reader borrower membership headcount
workforce submission form survey attendee client citizen inhabitant officer operative driver teacher
nurse practitioner bidder tenderer trader holder owner objector children young adult parent tenant
leaseholder motorist shopper borrower learner trainee candidate elector voter shopkeeper landlord
professional manager job post post-holder warden inspector complainant petitioner signatory
consultee
"""
HUMAN = PEOPLE | frozenset(root(word) for word in _HUMAN.split())
"""What may be counted as people: "5,870 members" and "the 5,250 people who …"."""
