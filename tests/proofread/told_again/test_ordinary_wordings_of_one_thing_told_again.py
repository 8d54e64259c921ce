"""One thing told again with another value, in ordinary words, and what looks like it."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.told_again.claim_values import Sort
from moothall.proofread.told_again.claims import claims
from moothall.proofread.told_again.contrasts import are_contrasted
from moothall.proofread.told_again.told_as_the_same import RULES as SAME
from whole_papers import IN_TWO_PLACES, told_again

FOUND = (
    (
        "The 58 representations received were considered by officers.",
        (
            "In response to this consultation 85 representations were received, most of them "
            "from boat owners."
        ),
    ),
    (
        "Currently, there are 52 ferry landing sites in the county.",
        ("The county has 50 ferry landing sites, a list of which is kept by the Harbour Master."),
    ),
    (
        "Our grant for lamps has been slashed by over £50 million since 2010.",
        ("This follows a more than £40 million cut in our government grant for lamps since 2010."),
    ),
    (
        (
            "Ninety five percent of applicants have been offered a mooring at one of their "
            "first three choices."
        ),
        "97% were offered a mooring at one of their top three choices.",
    ),
    (
        "Cabinet is asked to approve the purchase of three ferries.",
        "It is proposed to buy 4 ferries at a cost of £2.1m.",
    ),
    (
        "The grant from the Lamp Fund is £1,252,000.",
        "The Lamp Fund has awarded us a grant of £1,225,000.",
    ),
    (
        ("It is recommended that Cabinet approves a contribution of £35,000 to the Quay Trust."),
        ("It is therefore proposed that a contribution of £53,000 is made to the Quay Trust."),
    ),
    (
        "A further 11 lock-up units at North Quay are planned.",
        "The total cost of the 13 lock-up units at North Quay is £900,000.",
    ),
    (
        "The threshold for the harbour dues discount is £8,840 in 2024-25.",
        (
            "Boats whose dues come to less than the harbour dues discount threshold of "
            "£9,100 for 2024-25 pay nothing."
        ),
    ),
    (
        "The ferry company employs 214 people.",
        "All 241 employees of the ferry company have been consulted.",
    ),
    (
        ("A petition with 1,482 signatures was presented against the closure of the slipway."),
        "The petition against closure of the slipway had been signed by 1,428 people.",
    ),
    (
        "We received 312 responses to the consultation on ferry fares.",
        "There were 321 responses to the ferry fares consultation.",
    ),
    (
        "The change to solar lamps saves £120,000 a year.",
        "Moving to solar lamps will produce an annual saving of £150,000.",
    ),
    (
        "The new pontoon will cost £4.65 million.",
        "The estimated cost of the new pontoon is £4.56m.",
    ),
    (
        "£250,000 will be drawn from the Harbour Reserve.",
        "The scheme is paid for by a draw of £205,000 on the Harbour Reserve.",
    ),
    (
        "The Ferry Account is forecast to overspend by £1.3m at year end.",
        "The forecast year end overspend on the Ferry Account is £1.8m.",
    ),
    (
        "The proposals have been considered by four harbour boards.",
        "The three harbour boards that considered the proposals all supported them.",
    ),
    (
        "The contract for lamp maintenance is for five years.",
        "The lamp maintenance contract will run for a term of seven years.",
    ),
    (
        "The restructure of the Harbour Office deletes 12 posts.",
        "Eleven posts are deleted by the restructure of the Harbour Office.",
    ),
    (
        "Last summer 18,400 visitors used the water bus.",
        "The water bus carried 14,800 visitors last summer.",
    ),
    (
        "In January the Licensing Panel determined 46 mooring applications.",
        "The Licensing Panel determined 64 mooring applications in January.",
    ),
    (
        "The parish has 487 households on the lamp rota.",
        ("There are 500 households in the parish on the lamp rota, each of which got a letter."),
    ),
    (
        "The total Band D bill will increase to £1985.66.",
        "The Band D bill, all bodies together, comes to £1,958.66 for the year.",
    ),
    (
        ("Twelve questions were put to the Harbour Master by members of the public and answered."),
        "Members of the public put 14 questions to the Harbour Master.",
    ),
    (
        "The lease of the boathouse costs the Council £16,500 a year.",
        "At present we pay an annual rent of £15,600 for the lease of the boathouse.",
    ),
    (
        "Planning permission was granted for 95 homes at Ropewalk Wharf.",
        "The 140 homes at Ropewalk Wharf were given planning permission last year.",
    ),
    (
        "Dredging took out 31,400 tonnes of silt.",
        "The contractor removed 34,100 tonnes of silt by dredging.",
    ),
    (
        "Members are asked to agree a grant of £18,000 to the Sea Rescue Trust.",
        (
            "The Sea Rescue Trust has asked for £18,500, and it is proposed that the grant "
            "be made in full."
        ),
    ),
    (
        "Of the 640 people who answered the survey, most use the ferry weekly.",
        "The survey was answered by 604 people between May and July.",
    ),
    (
        "There are nine vacancies in the Lamp Office.",
        "The Lamp Office has 7 vacant posts at present.",
    ),
    (
        "The Harbour Service forecasts an overspend of £0.84m.",
        "For the Harbour Service an overspend of £0.48m is forecast.",
    ),
    ("The marina has 118 moorings, all of them let.", "All 181 moorings of the marina are let."),
    (
        "Sixty-four per cent of ferry users are satisfied with the timetable.",
        "Satisfaction with the ferry timetable stands at 46%.",
    ),
    ("Harbour dues will rise by 4.9% from April.", "From April harbour dues are to go up by 9.4%."),
    (
        "The Council will borrow £3.2m for the breakwater.",
        "Borrowing of £2.3m is needed for the breakwater.",
    ),
    ("More than 70% of lamps have been converted.", "The conversion of lamps has reached 58%."),
)
LEFT_ALONE = (
    (
        "In 2023-24 we received 58 complaints about the ferry.",
        "In 2024-25 we received 85 complaints about the ferry.",
    ),
    ("The harbour has 52 berths.", "Of these berths, 25 are let to visitors."),
    ("Northport has 52 moorings and a slipway.", "Southport has 25 moorings and no slipway."),
    ("The budget for lamps is £1.38m this year.", "The outturn for lamps is £1.83m this year."),
    (
        "Our target is that 95% of lamps are mended in five days.",
        "In the quarter 59% of lamps were mended in five days.",
    ),
    ("The new pontoon costs about £4.7 million.", "The new pontoon costs £4,652,000."),
    ("More than 300 people responded to the ferry survey.", "The ferry survey had 321 responses."),
    ("The grant for lamps falls by £120,000.", "The grant for lamps will be £210,000."),
    ("The gross cost of the ferry is £640,000.", "The net cost of the ferry is £460,000."),
    (
        "The first consultation on moorings drew 58 responses.",
        "The second consultation on moorings drew 85 responses.",
    ),
    (
        "Option A would cost £1.25m and keep the lamps.",
        "Option B would cost £1.52m and replace the lamps.",
    ),
    ("In our harbours 72% of berths are let.", "Across the region 78% of berths are let."),
    (
        "Phase 1 of the quay works provides 11 units.",
        "Phase 2 of the quay works provides 13 units.",
    ),
    ("The ferry grant is £50,000 a year.", "Over four years the ferry grant comes to £200,000."),
    ("Less cheques not presented: 1212 for £100.00", "Less cheques not presented: 1172 - £100.00"),
    (
        "The Harbour Office has 12 posts, of which two are vacant.",
        "Two posts in the Harbour Office are vacant.",
    ),
    ("The pontoon needs capital of £450,000.", "The pontoon needs £45,000 a year of revenue."),
    ("In December 46 lamps were mended.", "In January 64 lamps were mended."),
    (
        "Tenders for the quay works closed in November 2024.",
        "The quay works are to be completed in July 2025.",
    ),
    (
        "The Council has built 13 lock-up units at North Quay.",
        "A further 11 lock-up units at North Quay are planned.",
    ),
    (
        "The Harbour Board has twelve members.",
        "Ten members of the Harbour Board were at the meeting.",
    ),
    (
        "Of berth holders 51% replied to the survey.",
        "Of those who replied, 60% support a second landing.",
    ),
    ("The charge for a berth rises from £158 to £185.", "The charge for a berth is £158 now."),
    ("Repairs to the crane - £1,225.59", "Repairs to the slipway - £1,252.59"),
    ("Of children aged 5 to 11, 62% can swim.", "Of children aged 12 to 16, 68% can swim."),
    (
        "In January 64 mooring applications were received.",
        "In January the Licensing Panel determined 46 mooring applications.",
    ),
    ("Each boat must carry at least two lifebelts.", "The ferry carries four lifebelts."),
    (
        "A grant of £18,000 is made to the Sea Rescue Trust.",
        "A grant of £18,500 is made to the Lighthouse Trust.",
    ),
    ("We had 181 applications for moorings.", "There are 118 moorings to let."),
    ("In January 46 permits were issued.", "In the year to date 460 permits were issued."),
    (
        "The ferry carried 14,200 people before the fare rise.",
        "The ferry carried 12,400 people after the fare rise.",
    ),
    ("Of visitors 64% came by car.", "Of residents 46% came by car."),
    ("Grants are limited to £5,000 each.", "A grant of £4,500 was made to the rowing club."),
    ("Each lamp costs £240 to convert.", "A lamp column costs £420 to replace."),
    ("The morning ferry carries 84 people.", "The evening ferry carries 48 people."),
    ("About 600 people answered the survey.", "The survey was answered by 604 people."),
    (
        "At least 50 berths must be kept for visitors.",
        "At present 62 berths are kept for visitors.",
    ),
    (
        "Of the concerns received, 1,190 led to an enquiry under section 42.",
        "In 920 of the 1,150 concluded enquiries the adult was asked what outcomes they wanted.",
    ),
    ("The Council won 12 planning appeals.", "The Council lost 21 planning appeals."),
    (
        "Savings of £1.2m are planned for the Harbour Service.",
        "Savings of £2.1m are planned for the Lamp Service.",
    ),
)


@pytest.mark.parametrize(("first", "second"), FOUND, ids=range(len(FOUND)))
def test_a_thing_told_again_with_another_value_is_found(first: str, second: str) -> None:
    assert told_again(first, second)


@pytest.mark.parametrize(("first", "second"), LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_two_things_are_left_alone(first: str, second: str) -> None:
    assert not told_again(first, second)


@settings(deadline=None, max_examples=40)
@given(st.integers(1_200, 98_000), st.integers(0, 3))
def test_two_digits_changed_about_are_found_wherever_they_are(number: int, place: int) -> None:
    digits = list(str(number))
    assume(place + 1 < len(digits) and digits[place] != digits[place + 1])
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    assume(digits[0] != "0" and int("".join(digits)) * 2 > number > int("".join(digits)) / 2)
    text = "The water bus carried {:,} passengers last summer."
    again = "Last summer {:,} passengers used the water bus."
    assert not told_again(text.format(number), again.format(number))
    assert told_again(text.format(number), again.format(int("".join(digits))))


@given(st.integers(20, 99), st.integers(20, 99))
def test_a_figure_in_words_is_the_figure(one: int, other: int) -> None:
    words = next(word for word, number in NUMBERS_TO_99.items() if number == one)
    words = words.replace("-", " ")
    report = read_plain_text(
        IN_TWO_PLACES.format(
            f"{words.capitalize()} per cent of lamps are lit.", f"{other}% are lit."
        ),
        "r",
    )
    sizes = [int(one.value.size) for one in claims(report).all if one.value.sort is Sort.PERCENT]
    assert sizes == [one, other]


def test_words_in_one_place_of_two_sentences_contrast_unless_they_mean_alike() -> None:
    assert are_contrasted("The first survey drew 58 replies.", "The second survey drew 85 replies.")
    assert are_contrasted("Lamps at Northport cost £312.", "Lamps at Southport cost £321.")
    assert not are_contrasted("The forecast overspend is £5m.", "The projected overspend is £6m.")
    assert not are_contrasted("In all 58 people replied.", "A second survey drew 85 replies.")


def test_the_number_of_a_cheque_is_no_count() -> None:
    report = read_plain_text(
        IN_TWO_PLACES.format("Less cheques not presented: 1212 for £80.", "-"), "r"
    )
    assert [one.value.text for one in claims(report).all][1:] == ["£80"]


def test_the_closing_date_of_tenders_is_not_the_end_of_the_works() -> None:
    first = (
        "Three firms were asked to tender for the completion of the works at the Quay Street "
        "lock-up units, and the closing date for tenders was {} 2024."
    )
    second = (
        "The works at the Quay Street lock-up units would mean that the completion date of the "
        "units was July 2025."
    )
    assert not told_again(first.format("21 November"), second)


@pytest.mark.parametrize(
    "words",
    [
        "The ferry grant is £{}, the same figure as the £4,310 of 2023.",
        "The precept was set at £{}, unchanged from £4,310 in 2023-24.",
        "The fee is £{}, which is the same amount as last year’s £4,310.",
        "It was agreed to keep the rent at £{}, no change from the £4,310 paid now.",
    ],
    ids=range(4),
)
def test_what_is_told_as_the_same_is_the_same(words: str) -> None:
    def told(figure: str) -> tuple[TextFinding, ...]:
        return proofread(
            (read_plain_text(IN_TWO_PLACES.format(words.format(figure), "-"), "r"),), SAME
        )

    assert told("4,130")
    assert not told("4,310")


def test_a_price_that_is_also_that_of_another_is_left_alone() -> None:
    text = "A berth is £400, the same charge as the £500 berth had before the works."
    assert not proofread((read_plain_text(IN_TWO_PLACES.format(text, "-"), "r"),), SAME)


def test_over_sixty_per_cent_is_not_fifty_one() -> None:
    text = "{} of berth applicants received a first preference offer."
    other = "Over 60% of our berth applicants have been offered a place at their first preference."
    assert told_again(text.format("51%"), other)
    assert not told_again(text.format("64%"), other)


@settings(deadline=None, max_examples=30)
@given(st.integers(1_234_567, 8_765_432), st.integers(1, 5), st.integers(1, 9))
def test_one_digit_of_a_long_sum_is_found_in_whatever_words(
    sum_told: int, place: int, more: int
) -> None:
    digits = list(str(sum_told))
    digits[place] = str((int(digits[place]) + more) % 10)
    wrong = int("".join(digits))
    assume(sum_told % 10 and wrong % 10)
    first = "The Harbour Trust received approval of €{:,} for the construction of the mole."
    second = "Charges were incurred on the loan of €{:,} from the bank for the mole."
    assert told_again(first.format(sum_told), second.format(wrong))
    assert not told_again(first.format(sum_told), second.format(sum_told))
