"""Whole papers with one number, reference, list or section that goes wrong, and their like.

The numbers of minutes carry their year, titles stand unmarked among the text, a list of appendices
was joined to the lines before it, paragraphs are used again from some number on.
"""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.proofread import proofread
from moothall.proofread.rules import rules_in
from whole_papers import FRONT, MINUTES

_OF_THESE_ROOMS = tuple(chain.from_iterable(map(rules_in, ("structure", "figures", "tables"))))
_SAID = "The lamps on the quay were looked at again and the ferry ran to time."


def _rules(text: str) -> list[str]:
    found = proofread((read_plain_text(text, "paper"),), _OF_THESE_ROOMS)
    return [finding.rule for finding in found]


def _sections(*parts: str) -> str:
    return FRONT + "\n\n".join(parts)


def _paragraphs(*numbers: str) -> str:
    words = ("Oil", "Rope", "Tar", "Paint", "Coal", "Chain", "Sail", "Slate", "Glass", "Timber")
    return "\n\n".join(
        f"{number} {words[place % len(words)]} was bought in lot {place + 1} of the sale."
        for place, number in enumerate(numbers)
    )


def _minutes(*titles: str) -> str:
    return MINUTES + "\n\n".join(
        title if title.endswith("\n") else f"{title}\n{_SAID}" for title in titles
    )


_YEAR = (
    "41/25 Apologies for absence",
    "42/25 Declarations of interest",
    "43/25 Lamps on the quay",
    "44/25 The ferry timetable",
    "45/25 Ropes and chains",
    "46/25 Fees for moorings",
)


def _changed(place: int, title: str) -> str:
    return _minutes(*_YEAR[:place], title, *_YEAR[place + 1 :])


_UNMARKED = (
    "1. Background",
    "The harbour was built long ago. It has two quays.",
    "2. Lamps on the quay",
    "The lamps are lit at dusk. They burn oil.",
    "3. The ferry",
    "The ferry sails on weekdays. {}",
    "4. Moorings",
    "Boats lie at the east quay. They pay by the week.",
    "5. Conclusions",
    "The harbour is sound. The lamps are not.",
)


def _unmarked(said: str = "It is slow.", *, without: int | None = None, end: str = "") -> str:
    parts = [part for place, part in enumerate(_UNMARKED) if place != without]
    return FRONT + "\n".join(parts).format(said) + f"\n{end}"


_ONE_NUMBER = "\n\n".join(
    f"{number}. Boat {number} of the fleet was hauled out, scraped and tarred by its crew{{}}."
    for number in range(1, 15)
).format(*("" for _ in range(7)), "{}", *("" for _ in range(6)))


_FOUND = [
    ("minutes_are_numbered_one_after_another", _changed(3, "43/25 The ferry timetable")),
    ("minutes_are_numbered_one_after_another", _changed(3, "45/25 The ferry timetable")),
    ("a_minute_says_what_was_done", _changed(2, "43/25 Lamps on the quay\n")),
    (
        "a_minute_of_this_year_referred_to_is_there",
        _changed(2, "43/25 Lamps on the quay\nThe cost is at minute 71/25."),
    ),
    (
        "minutes_are_numbered_one_after_another",
        _minutes(
            *("FC/25/7 Apologies", "FC/25/8 Lamps", "FC/25/8 Ferries"),
            *("FC/25/10 Ropes", "FC/25/11 Fees", "FC/25/12 Next meeting"),
        ),
    ),
    (
        "paragraph_numbers_do_not_repeat",
        _sections("2. Stores", _paragraphs(*(f"2.{n}" for n in (1, 2, 3, 4, 5, 6, 7, 4, 5, 6)))),
    ),
    (
        "paragraph_numbers_do_not_repeat",
        _sections("6. Stores", _paragraphs(*(f"6.{n}" for n in range(1, 11)), "6.1")),
    ),
    (
        "paragraph_numbers_do_not_repeat",
        _sections("2. Stores", _paragraphs("2.1", "2.2", "2.3.1", "2.3.1", "2.4", "2.5")),
    ),
    (
        "paragraph_numbers_do_not_repeat",
        _sections(
            "7. Stores",
            "7.1 Oil was bought at the sale and stored in the lower shed.",
            "7.2 runs two boats of its own under the name of Quay Ferries and lets a third.",
            "7.2 Rope was bought at the sale and stored in the upper shed.",
        ),
    ),
    (
        "paragraph_numbers_run_on",
        _sections("5. Stores", _paragraphs("5.1", "5.2", "5.3", "5.5", "5.4")),
    ),
    ("a_paragraph_with_one_number_is_there", FRONT + _ONE_NUMBER.format(" (see paragraph 38)")),
    ("referred_sections_are_there", _unmarked("The costs are set out in section 9 below.")),
    ("a_heading_has_something_under_it", _unmarked(without=5)),
    ("a_heading_has_something_under_it", _unmarked(without=9, end="1 Quay survey, spring.")),
    (
        "a_lettered_section_referred_to_is_there",
        _unmarked(
            "The fees of boats are in section 4f.\n4a | Moorings of trawlers\nThey pay by the "
            "week.\n4b | Moorings of ferries\nThey pay by the year.\n4c | Moorings of yachts\n"
            "They pay by the day."
        ),
    ),
    (
        "referred_paragraphs_are_there",
        _minutes(
            "1. Apologies",
            "2. Lamps\n2.1 The Clerk had ordered oil for the lamps.",
            "3. Letters\ni. Letter on the dark quay: noted. See 2.4.",
            "4. Fees",
            "5. Next meeting",
        ),
    ),
    (
        "an_item_of_the_agenda_pointed_to_is_there",
        _minutes(
            *("1. Apologies", "2. Lamps", "3. Ferries", "4. Fees"),
            "5. Letters\nLetter on the lamps – discussed under 12.",
            "6. Date of next meeting",
        ),
    ),
    (
        "referred_appendices_are_there",
        _unmarked(
            "A copy of the survey is attached at Appendix D.",
            end="Contact: Ann Ash, Harbour Office Appendix A:\nMap of the quay Appendix B:\n"
            "Fees for boats Appendix C:\nTimetable of the ferry",
        ),
    ),
    (
        "referred_appendices_are_there",
        _unmarked(
            "The scheme of fees for 2025 is attached at Appendix 2.",
            end="Appendix 1. Scheme of Fees 2025",
        ),
    ),
    (
        "a_paragraph_referred_to_is_of_the_option_named",
        _sections(
            "6. Options",
            "6.1 The ways to light the quay are these.",
            "6.2 Option 1: Keep the oil lamps. They are cheap.",
            "6.3 Option 2: Put in gas. It is bright.",
            "6.4 Option 3: Put in arcs. They are dear.",
            "7. Reasons",
            "7.1 This is a form of Option 3, which is not advised for the reasons set out at "
            "paragraph 6.3 above.",
        ),
    ),
    (
        "a_list_has_as_many_items_as_it_says",
        _unmarked(
            "The plan of the harbour has its five aims:\n• Clean quays – no weed or tar\n"
            "• Bright lamps – lit at dusk\n• Quick ferries – on the hour\n• Sound ropes – no rot\n"
            "How we work"
        ),
    ),
    (
        "a_list_has_as_many_items_as_it_says",
        _unmarked(
            "The measure of the light consists of five parts:\na. Lamps lit by six\nb. Lamps out "
            "by eight\nc. Lamps broken\nd. Oil burnt\nLight means what a walker sees."
        ),
    ),
    (
        "the_rows_of_a_table_are_as_many_as_said",
        _unmarked(
            "The weather of the two quays differs. The table below gives the five harbours with "
            "the most traffic.\nHarbour\tBoats\nEast\t41\nWest\t38\nNorth\t22\nSouth\t17\n"
            "They are far apart."
        ),
    ),
    (
        "as_many_people_are_named_as_the_label_counts",
        MINUTES.replace(
            "Present: Cllr Ash (Chairman), Cllr Birch, Cllr Cedar, Cllr Dale. Clerk: Mr Elm.",
            "PRESENT (five Councillors): - Ann Ash (AA), Bob Birch (BB) – Chair, Cy Cedar (CC) "
            "and Di Dale (DD). Parish Clerk: Ed Elm",
        )
        + "1. Lamps\nThey were lit.",
    ),
    (
        "contents_go_forward",
        (
            "Contents\nPage\n1. Introduction 2\n2. Harbours 4\nLamps 9\nFerries 52\nMoorings 14\n"
            "Ropes 19\n3. Fees 33\n\nThe harbours are four."
        ),
    ),
    (
        "labels_with_a_number_run_on",
        (
            "Agenda\n\nSTANDING ITEMS\n2025-26 1\t9.00\tWelcome\tN\n2025-26 2\t9.05\tInterests\tN\n"
            "2025-26 3\t9.10\tMinutes\tY\n\nHARBOURS\n2025-26 4\t9.20\tLamps\tY\n2025-26 4\t9.30\t"
            "Ferries\tY\n2025-26 6\t9.40\tRopes\tY\n2025-26 7\t9.50\tFees\tY"
        ),
    ),
    (
        "colour_is_not_the_only_sign",
        _unmarked("The works are in the harbour Plan. Works shown in red have no money yet."),
    ),
    (
        "a_place_on_the_page_is_not_the_only_sign",
        _unmarked("The times of the ferry are in the box on the left."),
    ),
    (
        "a_point_of_a_list_stands_once",
        _unmarked(
            "The works are:\n• Oil for lamps.\n• Sound new ropes.\n• Sound new ropes.\n• Tar."
        ),
    ),
    (
        "list_items_run_on",
        _unmarked("These sit on it:\nI. The harbour master\nII. The lamplighter\nII. The pilot"),
    ),
    (
        "a_heading_has_something_under_it",
        _minutes(
            *("4. To approve the minutes.", "5. To declare interests.", "6. To adopt the fees.\n"),
            *("7. To buy new rope.", "8. To light the quay.", "9. To close the meeting."),
        ),
    ),
    (
        "an_item_of_the_agenda_pointed_to_is_there",
        _minutes(
            *("1. Apologies", "2. Lamps\nMr Elm spoke of the oil (item 12).", "3. Ferries"),
            *("4. Fees", "5. Letters", "6. Date of next meeting"),
        ),
    ),
    (
        "links_say_where_they_lead",
        _unmarked("The survey is available on the harbour’s website here ."),
    ),
]

_LEFT_ALONE = [
    _minutes(*_YEAR),
    _changed(2, "43/25 Lamps on the quay\nThe cost was at minute 12/25 and minute 71/24."),
    _changed(5, "46/25 Date of next meeting: Tuesday 1 April 2025\n"),
    _changed(2, "43/25 Lamps on the quay The Chairman said that all of them had been lit.\n"),
    # planning papers have numbers with a year too, which do not count up
    MINUTES + "25/00431/F East Quay\nNo objection.\n25/00498/LB West Quay\nNo objection.\n"
    "25/00612/F Lamp Hall\nNo objection.\n25/00613/F Net Loft\nNo objection.",
    _sections("2. Stores", _paragraphs(*(f"2.{n}" for n in range(1, 8)))),
    # an annex counts from one again
    _sections(
        "2. Stores",
        _paragraphs("2.1", "2.2", "2.3", "2.4"),
        "Annex",
        _paragraphs("2.1", "2.2", "2.3"),
    ),
    _sections("6. Stores", _paragraphs(*(f"6.{n}" for n in range(1, 12)))),
    FRONT + _ONE_NUMBER.format(" (see paragraph 3)"),
    FRONT + _ONE_NUMBER.format(", as paragraph 38 of the Harbours Act requires"),
    FRONT + _ONE_NUMBER.format(", as the code of practice says at paragraph 38"),
    _unmarked("The costs are set out in section 4 below."),
    _unmarked("The powers are in section 9 of the Harbours Act 1961."),
    _unmarked(end="Appendix 1. Scheme of Fees"),
    _unmarked(
        "The plan of the harbour has its five aims:\n• Clean quays\n• Bright lamps\n"
        "• Quick ferries\n• Sound ropes\nFair fees"
    ),
    _unmarked(
        "The table below gives the four harbours with the most traffic.\nHarbour\tBoats\n"
        "East\t41\nWest\t38\nNorth\t22\nSouth\t17\nThey are far apart."
    ),
    MINUTES.replace("Present:", "Present (4):").replace(" (Chairman)", " – Chairman") + "1. Lamps",
    "Contents\n1. Introduction 2\n2. Harbours 4\nLamps 9\nFerries 12\nMoorings 14\nRopes 19",
    _unmarked("The times of the ferry are in the box headed Times on the left."),
    _unmarked("The tiller is to the left of the box of charts and turns to the right."),
    _unmarked("The works are:\n• Agreed.\n• Agreed.\n• Noted."),
    _unmarked("These sit on it:\nI. The harbour master\nII. The lamplighter\nIII. The pilot"),
    _unmarked("The land edged in red on the plan is to be sold."),
    _unmarked("Visitors are welcome here. The harbour keeps its website up to date."),
]


@pytest.mark.parametrize(("rule", "text"), _FOUND)
def test_the_slip_of_a_whole_paper_is_found(rule: str, text: str) -> None:
    assert rule in _rules(text)


_OURS = frozenset(rule for rule, _ in _FOUND)


@pytest.mark.parametrize("text", _LEFT_ALONE)
def test_a_whole_paper_without_one_is_left_alone(text: str) -> None:
    assert not _OURS & set(_rules(text))


@given(st.integers(31, 400), st.integers(4, 9), st.data())
def test_of_minutes_with_a_year_the_one_number_given_twice_is_found(
    first: int, count: int, data: st.DataObject
) -> None:
    titles = [f"{first + place}/25 Matter of boat {place}" for place in range(count)]
    assert not _OURS & set(_rules(_minutes(*titles)))
    place = data.draw(st.integers(2, count - 2))
    titles[place] = f"{first + place - 1}/25 Matter of boat {place}"
    assert "minutes_are_numbered_one_after_another" in _rules(_minutes(*titles))


@given(st.integers(6, 15), st.data())
def test_paragraphs_that_go_on_from_a_number_used_before_are_told_once(
    count: int, data: st.DataObject
) -> None:
    numbers = [f"3.{number}" for number in range(1, count + 1)]
    assert "paragraph_numbers_do_not_repeat" not in _rules(
        _sections("3. Stores", _paragraphs(*numbers))
    )
    since = data.draw(st.integers(3, count - 3))
    again = [f"3.{number}" for number in range(since, since + 3)]
    told = _rules(_sections("3. Stores", _paragraphs(*numbers, *again)))
    assert told.count("paragraph_numbers_do_not_repeat") == 1
