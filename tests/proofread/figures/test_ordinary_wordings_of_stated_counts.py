"""Numbers said and things named, in ordinary words, and what looks like it."""

import pytest

from moothall.proofread.figures.named_lists import RULES as NAMED_LISTS
from moothall.proofread.figures.numbered_parts import RULES as NUMBERED_PARTS
from moothall.proofread.figures.part_lists import RULES as PART_LISTS
from moothall.proofread.figures.stated_counts import RULES as STATED_COUNTS
from ordinary_wordings import found_by

_RULES = (*STATED_COUNTS, *NAMED_LISTS, *NUMBERED_PARTS, *PART_LISTS)
FOUND = (
    "2.1 The four priorities are homes, jobs and health.",
    "2.1 Three options have been considered:\n• keep the ferry\n• sell the ferry",
    (
        "2.1 The board has six members: two from each council and an independent "
        "chair. The councils are Saltmarsh and Wickton."
    ),
    "2.1 Both the harbour, the pier and the lamp store will close.",
    "2.1 The harbour and the pier, all three, will close.",
    "2.1 There are five areas: the quay, the pier, the yard and the store.",
    (
        "2.1 The report makes two recommendations: to close the pier, to sell the "
        "yard and to move the store."
    ),
    "2.1 Four harbours took part: Northquay, Southquay and Eastquay.",
    "2.1 The scheme has three phases. Phase 1 is design. Phase 2 is building.",
    ("2.1 The two councils of Saltmarsh, Wickton and Brook have agreed to share the ferry."),
    ("2.1 Seven risks were identified, of which three are high, two are medium and one is low."),
    ("2.1 Our three aims are safe harbours, clean beaches, fair fares and bright lamps."),
    ("2.1 The following four documents are attached:\n(a) the plan\n(b) the survey\n(c) the lease"),
    "2.1 The work falls into three parts, namely the quay and the pier.",
    "2.1 Two sites were visited (Northquay, Southquay and Eastquay).",
    ("2.1 The five themes of the strategy are as follows: place, people, pride and growth."),
    "2.1 The team consists of eight staff: three wardens, two drivers and a manager.",
    "2.1 There are 4 key objectives:\n1. Safe harbours\n2. Bright lamps\n3. Fair fares",
    "2.1 Six replies were received: three in favour, two against.",
    "2.1 Three questions were asked. The first was on cost. The second was on noise.",
    ("2.1 The panel is made up of 9 people: 4 councillors, 2 residents and 2 officers."),
    "2.1 All four ferries (Gull, Tern and Heron) need new engines.",
    (
        "2.1 The programme will be delivered through three workstreams – fares, "
        "crews, boats and piers."
    ),
    (
        "2.1 We looked at two options. Option A is to close. Option B is to sell. "
        "Option C is to lease."
    ),
    "2.1 Homes, jobs and health are our four priorities.",
    (
        "RECOMMENDATIONS\n"
        "\n"
        "That Cabinet agree the following three recommendations:\n"
        "(a) close the pier\n"
        "(b) sell the yard"
    ),
    "2.1 Consultation was held in two towns, Saltmarsh, Wickton and Brook.",
    "2.1 The three partner councils are Saltmarsh and Wickton.",
    "2.1 Our five values are care, pride, fairness and courage.",
    ("2.1 The group has seven members: three councillors, two residents and an officer."),
    "2.1 There are two reasons for this: cost, noise and safety.",
    "2.1 Four bids were received (Gull Lines, Tern Boats and Heron Ferries).",
    (
        "2.1 Two issues arose. The first was the cost. The second was the noise. The "
        "third was the smell."
    ),
    "2.1 The scheme covers three piers: Northquay, Southquay, Eastquay and Brook.",
    (
        "The panel makes four recommendations:\n"
        "1. Mend the lamps\n"
        "2. Paint the pier\n"
        "3. Sell the tug"
    ),
    "2.1 Of the work there are three strands, namely fares, crews, boats and piers.",
    "2.1 Safety, cost and comfort are the two main tests.",
    "2.1 Our two neighbours, Wickton, Brook and Northquay, have agreed.",
    ("2.1 The committee is made up of ten members, six from Saltmarsh and three from Wickton."),
    "2.1 The three sites: Northquay and Southquay.",
    "2.1 Five officers were interviewed: two drivers, two wardens and two clerks.",
    "2.1 Both Saltmarsh, Wickton and Brook have signed.",
    ("2.1 Members are asked to agree three things: the fares, the crews, the boats and the piers."),
    "2.1 The strategy rests on four pillars: access, comfort and price.",
    "2.1 The three harbours of Northquay and Southquay were dredged.",
    (
        "2.1 The working group has eight members, namely four councillors, two "
        "residents and one officer."
    ),
    "2.1 The two outcomes are safer piers, cleaner beaches and cheaper fares.",
    (
        "We ask members to note the following five points:\n"
        "• fares are up\n"
        "• crews are short\n"
        "• lamps are old"
    ),
    "2.1 The four principal risks are cost, delay and weather.",
    "2.1 Three bidders, Gull Lines and Tern Boats, were interviewed.",
    "2.1 Nine replies came in: five for, two against and one unsure.",
)
LEFT_ALONE = (
    "2.1 The three priorities are homes, jobs and health.",
    (
        "2.1 Three options have been considered:\n"
        "• keep the ferry\n"
        "• sell the ferry\n"
        "• lease the ferry"
    ),
    (
        "2.1 The board has five members: two from each council and an independent "
        "chair. The councils are Saltmarsh and Wickton."
    ),
    "2.1 Both the harbour and the pier will close.",
    "2.1 Four of the priorities are homes, jobs and health and care.",
    "2.1 There are five areas, including the quay, the pier and the yard.",
    "2.1 The three priorities are health and care, homes and jobs, and roads.",
    "2.1 Four harbours took part, among them Northquay and Southquay.",
    "2.1 The scheme has three phases. Phase 1 is under way.",
    ("2.1 The two councils, Saltmarsh and Wickton, have agreed to share the ferry with Brook."),
    "2.1 Seven risks were identified, of which three are high.",
    "2.1 The two ferries are old, slow and dear to run.",
    "2.1 The three boats are painted red and white.",
    "2.1 Two reports were received, on fares, crews and boats.",
    "2.1 The four posts are in Saltmarsh, Wickton and Brook.",
    "2.1 The two councillors are hardworking, honest and kind.",
    ("2.1 There are four main reasons, of which the cost and the noise are the most important."),
    ("2.1 The team consists of eight staff: three wardens, two drivers, two cooks and a manager."),
    "2.1 The five harbours are safe and clean.",
    "2.1 Two teams will look after the quay, the pier and the store.",
    "2.1 Six replies were received: three in favour, two against and one unsure.",
    "2.1 The three lead officers are in the finance, legal and harbour teams.",
    "2.1 The four wards are Northquay, Southquay, Eastquay and Brook and Marsh.",
    "2.1 Both officers and members, partners and residents were asked.",
    "2.1 Three questions were asked. The first was on cost.",
    "2.1 The last two years saw growth in fares, crews and boats.",
    "2.1 The four wards are as follows: North, South, East and West.",
    "2.1 The two towns have a harbour, a pier and a lamp store.",
    ("2.1 Over three days the team visited the quay, the pier, the store and the yard."),
    "2.1 Our three neighbours, Wickton, Brook and Northquay, have agreed.",
    ("2.1 The committee is made up of nine members, six from Saltmarsh and three from Wickton."),
    "2.1 Two members, the Leader and the Mayor, spoke on fares, crews and boats.",
    "2.1 Five officers were interviewed, two of them drivers.",
    "2.1 The two aims are to mend the lamps and paint the pier, and to do so by May.",
    "2.1 Six ferries sail to Northquay, Southquay and Brook.",
    "2.1 The three tiers of government are national, regional and local.",
    "2.1 The four quarters show growth in fares, crews and boats.",
    "2.1 Six schools (Northquay Primary, Brook Academy and others) took part.",
    "2.1 The two options are to close the pier or to sell it, and both need consent.",
    (
        "2.1 The two main areas of overspend are home to school transport and adult "
        "social care and health."
    ),
    (
        "2.1 There are three reasons for this: first, costs rose; second, fares fell "
        "and crews were short; third, it rained."
    ),
    "2.1 Both the Leader, who spoke first, and the Mayor agreed.",
    "2.1 Both Saltmarsh and Wickton, and in time Brook, will join.",
    "2.1 The five districts are in the north, the south and the east of the county.",
    ("2.1 The committee comprises 11 members: the Chair, the Vice-Chair and nine others."),
    ("2.1 The following two items were deferred: the lease, and the fares and charges."),
)


@pytest.mark.parametrize("words", FOUND, ids=range(len(FOUND)))
def test_the_fault_is_found_in_ordinary_words(words: str) -> None:
    assert found_by(_RULES, words)


@pytest.mark.parametrize("words", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_is_right_in_ordinary_words_is_left_alone(words: str) -> None:
    assert found_by(_RULES, words) == ()
