"""Sums and differences told after what they are of, in ordinary words, and what looks like them."""

from itertools import chain

import pytest

from moothall.proofread.figures import (
    changes,
    told_differences,
    told_totals,
    units_side_by_side,
)
from ordinary_wordings import found_by, papers

_RULES = tuple(
    chain(
        changes.RULES,
        told_differences.RULES,
        told_totals.RULES,
        units_side_by_side.RULES,
    )
)
FOUND = (
    (
        "The Council holds about 120 public meetings and up to 60 working groups a year, some 240"
        " in all."
    ),
    (
        "Statement of Account as at 30 June 2024 - Current Account £412.18, Deposit Account "
        "£9,204.55 - a total of £9,661.73."
    ),
    "Spent to date on Revenue £6,204, Capital £3,118.40 making a total spend of £9,232.40.",
    (
        "Balances at 31 March: the bank current account £1,204.10; the savings bank £15,330.00. "
        "Total £16,354.10."
    ),
    "The lamp programme costs £2.4m this year and £3.1m next year, a combined £5.9m.",
    "The service employs 46 wardens and 18 drivers (74 staff altogether).",
    "It was noted that the ferry took 1,240 passengers in June and 1,615 in July: together 2,955.",
    (
        "There is £24.6 million still owing on the pier, £15 million is in the budget, but £10.6 "
        "million remains to be found."
    ),
    (
        "Total expenditure was £22,410. The precept requested was £17,300. Other income amounted "
        "to £5,310."
    ),
    "Income for the year was £31,450 and expenditure was £28,920, leaving a surplus of £2,350.",
    "The contract stood at £1.45m. Of this £0.98m has been paid and £0.57m is outstanding.",
    "Last year the regatta cost £3,620. This year it cost £4,150, an extra £630.",
    "Membership fell from 312 to 287, a loss of 35 members.",
    (
        "The opening balance was £4,118.20, receipts were £1,250.00 and payments £864.35, giving "
        "a closing balance of £4,530.85."
    ),
    (
        "The quay needs £850,000. The Harbour Trust will give £300,000, which leaves the Council "
        "to find £450,000."
    ),
    "Expenditure for 2025 is £84.20m. This compares to £91.35k for 2024.",
    (
        "The capital programme totals £12.4m, of which £3.1k is for lamps, £4.3m for ferries and "
        "£5.0m for quays."
    ),
    "The budget of £2.6 million for lamps rose to £2.8 billion.",
    (
        "There were 38 complaints about noise, 21 about litter and 17 about lamps, which makes 86"
        " complaints in all."
    ),
    "Receipts came to £14,280 and payments to £11,965, giving a surplus for the year of £2,135.",
    "The budget was £48,200 and spending £45,950, so there was an underspend of £2,520.",
    "Spending on lamps was £3.2m, compared with £3.4bn in the year before.",
    "The reserve opened the year at £62,400. £18,250 was drawn and £44,510 remains.",
    "The reserve for lamps is £46,300 and that for ramps £18,900; altogether £66,200 is held.",
    "We began the year with 148 members and ended it with 131, a loss of 27.",
    "The lighting budget is £640k this year against £655m last year.",
    "The clerk's hours rise from 12 to 15 a week, an extra 4 hours.",
)
LEFT_ALONE = (
    (
        "The settlement brings £14.2 million for harbours and £5.1 million for ferries, £19.3 "
        "million in all."
    ),
    (
        "The Council holds about 120 public meetings and up to 60 working groups a year, some 180"
        " in all."
    ),
    (
        "Statement of Account as at 30 June 2024 - Current Account £412.18, Deposit Account "
        "£9,204.55 - a total of £9,616.73."
    ),
    (
        "The Council has £4.2m for lamps and £3.1m for quays out of a capital programme of £22.4m"
        " in all."
    ),
    (
        "There were 14 boats at the quay and 9 at the pier on Monday; 310 boats came in the "
        "season in all."
    ),
    (
        "The precept for 2023-24 had been £8,450. The precept was reduced to £7,925 (a reduction "
        "of £525)."
    ),
    (
        "The precept was £8,450 and the grant £590. Reserves fell by £1,200. The precept was "
        "reduced to £7,925 (a reduction of £4.20 for a band D home)."
    ),
    (
        "There is £24.6 million owing on the pier, £15 million is in the budget, but £9.6 million"
        " remains to be found."
    ),
    (
        "There is £24.6 million owing on the pier; £15 million is in the budget and £2 million in"
        " reserve, so that £7.6 million is to be found."
    ),
    (
        "Total expenditure was £22,610. The precept requested was £17,300. Other income amounted "
        "to £5,310."
    ),
    (
        "Total expenditure was £22,410 and the precept £17,300. Other income amounted to £4,310 "
        "and £800 came from reserves."
    ),
    "Total expenditure to date is £12,410. The precept is £17,300. Other income amounted to £310.",
    "Income for the year was £31,450 and expenditure was £28,920, leaving a surplus of £2,530.",
    (
        "Letters were received from Mill, Quay and Sand parish councils. Both county and district"
        " objected."
    ),
    "Eighteen people applied for berths in May and 21 in June; 21 were given one.",
    "We invited 40 residents to the meeting and 52 people came in all, with families.",
    "Expenditure for 2025 is £84.20m. This compares to £91.35m for 2024.",
    (
        "The capital programme totals £12.4m, of which £300k is for lamps, £7.1m for ferries and "
        "£5.0m for quays."
    ),
    "Expenditure for 2025 is £84.20m. The lamp in the hall cost £91.35k.",
    (
        "Current Account £412.18, Deposit Account £9,204.55, Reserve Account £2,000 - a total of "
        "£11,616.73."
    ),
    (
        "Payments of £120.00, £45.50 and £19.99 were approved. The total for the year to date is "
        "£4,310.22."
    ),
    "Total payments £1,204.10 (VAT £24.10), total receipts £2,310.00, bank £8,344.12.",
    (
        "The capital bid is made up of the quay wall at £640,000, the ferry ramp at £285,000 and "
        "the lamps at £75,000, an overall total of £1,000,000."
    ),
    "The Treasurer reported balances of £2,310.44 and £8,905.12, totalling £11,215.56.",
    (
        "Payments approved: Amber Ltd £310.00, Beacon £45.20, Clerk £611.90. Total payments this "
        "year £9,410.32."
    ),
    (
        "The bridge will cost £3.4 million. The combined authority has offered £2.1 million and "
        "the county £0.5 million, leaving £0.8 million to be raised locally."
    ),
    (
        "The waiting list has 48 names and the pier 45 boats. The fall of 12 in the list is due "
        "to new berths."
    ),
    (
        "Estimates were sought from Amber, Beacon, Coral and Dale. All three lamps on the pier "
        "are broken."
    ),
    "Of the 45 applications received, 38 were approved; with those of last year 52 were approved.",
    "Lamp spending rose from £850k to £1.2m.",
    "The scheme costs £3.2m and is compared with a saving of £450k in fuel.",
    "The Council has £3.4bn of assets, compared with £3.2m of lamps.",
    "Present: Cllrs Amber, Beale, Coe, Dean and Earl; 3 residents. Votes: 4 for, 1 against.",
    (
        "The reserve for lamps is £46,300 and that for ramps £18,900; with others altogether "
        "£166,200 is held."
    ),
    "We began the year with 148 members and ended it with 131, a loss of 17.",
    (
        "The county will pay £1.2m and the districts £0.7m towards the £2.6m scheme, so that "
        "£0.7m is still to be found."
    ),
    "The county will pay £1.2m towards the £2.6m scheme. The lamps at £0.7m remain to be funded.",
    "The lighting budget is £640k this year against £655k last year.",
    (
        "The balance of £12,400 and the grant of £3,100 leave the Council well placed; £9,200 is "
        "for lamps."
    ),
    (
        "The fund stood at £410,000 in May and £395,000 in June. The reduction of £22,000 in "
        "lamps is told below."
    ),
    (
        "Reserves of £62,400 and income of £18,250 were noted. The outstanding sum of £44,510 is "
        "owed by the port."
    ),
    "We need 24 wardens: 18 are in post, 4 are being trained and 6 have left since May.",
    (
        "The scheme is to cost £2.6m, of which £1.4m comes from the county. The port gives £300k "
        "and asks for £250k back."
    ),
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    (paper,) = papers(text)
    assert found_by(_RULES, paper)


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    (paper,) = papers(text)
    assert not found_by(_RULES, paper)
