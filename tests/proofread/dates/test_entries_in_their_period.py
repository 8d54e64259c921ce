"""Entries that stand outside of the period that their heading or caption gives."""

import pytest

from moothall.files.reports.markdown import read_markdown
from moothall.files.reports.text import read_plain_text
from moothall.proofread.dates.entries_in_their_period import RULES

RULE = RULES[0]


def _found(text: str) -> list[str]:
    marked = "|---" in text or text.startswith("#")
    report = read_markdown(text, "r.md") if marked else read_plain_text(text, "r.txt")
    return [finding.message for finding in RULE(report)]


def _table(*rows: str, head: str = "Date|Payee|Amount") -> str:
    width = head.count("|") + 1
    lines = (head, "|".join(["---"] * width), *rows)
    return "\n".join(f"|{line}|" for line in lines) + "\n"


PAYMENTS = ("20/05/14|Ash Ltd|£30.00", "03/06/14|Pier Water|£41.20", "08/07/14|Quay Print|£12.00")
OUTSIDE = [
    (
        "## Payments FOR PERIOD 14/05/14 - 08/07/14\n\n"
        + _table(*PAYMENTS, "21/07/14|Birch & Co|£99.00"),
        "21/07/14",
    ),
    (
        "# Finance\n\nPayments made between 14 May 2014 and 8 July 2014:\n\n"
        + _table("02/04/14|Elm Hire|£9.00", *PAYMENTS),
        "02/04/14",
    ),
    (
        "# Accounts for the year ending 31st March 2018\n\n## Receipts\n\n"
        + _table(
            "12/04/17|Precept|£4,000",
            "02/10/17|Precept|£4,000",
            "27/12/18|Hall hire|£60",
            head="Date|Receipt|Amount",
        ),
        "27/12/18",
    ),
    (
        "## Receipts and payments, year ended 31 March 2023\n\n"
        + _table(
            "1 April 2022|Precept|£900",
            "6 May 2022|Grass|£60",
            "6 May 2023|Hedges|£75",
            head="Date paid|For|Amount",
        ),
        "6 May 2023",
    ),
    (
        (
            "## Decisions taken under delegated powers from 1 January 2024 to 31 March 2024\n\n"
            "- 12 January 2024: lease of Pier Kiosk\n- 9 February 2024: licence at Quay Yard\n"
            "- 14 April 2024: sale of land at Ash Lane\n"
        ),
        "14 April 2024",
    ),
    (
        "Complaints received in the quarter ended 30 June 2024:\n\n"
        + _table(
            "2 April 2024|Bins|Upheld",
            "18 May 2024|Noise|Not upheld",
            "3 July 2024|Parking|Upheld",
            head="Date received|Subject|Outcome",
        ),
        "3 July 2024",
    ),
    (
        (
            "Correspondence\n\nThese were received (covering the period from 27 February):\n\n"
            "- 1 March – letter from Pier Harbour Trust\n- 16 February – letter from Mrs Ash\n"
            "- 7 March – email from Quay School\n"
        ),
        "16 February",
    ),
    (
        (
            "Income received for the period 1st April 2021 to 30th June 2021\n\n"
            "Date\tFrom\tAmount\n06/04/2021\tAllotments\t£40.00\n14/05/2021\tBurials\t£210.00\n"
            "12/07/2021\tHall\t£25.00\n30/06/2021\tBank\t£0.40\n"
        ),
        "12/07/2021",
    ),
    (
        "## Planning applications received 3 March 2025 to 28 March 2025\n\n"
        + _table(
            "25/001|04.03.2025|1 Ash Road",
            "25/002|11.03.2025|2 Ash Road",
            "25/003|31.03.2025|3 Ash Road",
            head="Ref|Date received|Site",
        ),
        "31.03.2025",
    ),
    (
        "## Incidents, July 2023 to September 2023\n\n"
        + _table(
            "4 July 2023|Pier|Theft",
            "19 August 2023|Quay|Damage",
            "2 October 2023|Ash Park|Fire",
            head="Date|Place|Kind",
        ),
        "2 October 2023",
    ),
    (
        (
            "Cheques drawn since the last meeting (12 May 2015):\n\n"
            "13 May 2015 Pier Garage £40.00\n\n20 May 2015 Quay Stores £12.10\n\n"
            "30 April 2015 Ash Nurseries £18.75\n"
        ),
        "30 April 2015",
    ),
    (
        "## Bank transactions for the month of July 2024\n\n"
        + _table("03/07/2024|Ash|£4", "09/07/2024|Elm|£5", "14/08/2024|Oak|£6"),
        "14/08/2024",
    ),
    (
        "## Expenditure over £500: October to December 2022\n\n"
        + _table(
            "10/10/2022|Ash|£740",
            "11/11/2022|Elm|£655",
            "12/12/2022|Oak|£566",
            "09/01/2023|Yew|£801",
            head="Payment date|Payee|Amount",
        ),
        "09/01/2023",
    ),
    (
        "## Register of gifts, 1 April 2019 to 31 March 2020\n\n"
        + _table(
            "3 May 2019|Cllr Ash|Tickets",
            "9 June 2020|Cllr Birch|Flowers",
            "9 August 2019|Cllr Cole|Book",
            head="Date|Member|Gift",
        ),
        "9 June 2020",
    ),
    (
        "## Receipts 2021/22\n\n"
        + _table(
            "12 May 2021|Precept|£900",
            "14 July 2021|Rent|£80",
            "10 May 2022|Precept|£900",
            head="Date|For|Amount",
        ),
        "10 May 2022",
    ),
    (
        (
            "4.7 The harbour office sent a report covering the period from 27 February to date. "
            "Three incidents were logged.\n\n- 16th January, a rope was cut at the pier.\n"
            "- 3rd March, a mooring was lost.\n- 9th March, oil was seen at the quay.\n"
        ),
        "16th January",
    ),
    (
        (
            "RECEIPTS FOR PERIOD 14/05/14 – 08/07/14\n02/06 £1.26 INTEREST\n"
            "20/08 £55.00 VAT REFUND FROM PIER TREES\n£56.26 TOTAL RECEIPTS\n"
        ),
        "20/08",
    ),
    (
        (
            "DIRECT DEBIT EXPENDITURE FOR PERIOD 14/05/14 – 08/07/14\n14/05/14 £7.50 MEMBERSHIP\n"
            "02/06/14 £189.60 CLERK MAY SALARY\n11/09/14 £32.18 PIER STREETLIGHTS\n"
            "01/07/14 £189.60 CLERK JUNE SALARY\n£418.88 TOTAL DIRECT DEBITS\n"
        ),
        "11/09/14",
    ),
]


@pytest.mark.parametrize(("text", "day"), OUTSIDE)
def test_an_entry_outside_of_its_period_is_told(text: str, day: str) -> None:
    messages = _found(text)
    assert len(messages) == 1
    assert messages[0].startswith(day)


INSIDE = [
    "## Payments FOR PERIOD 14/05/14 - 08/07/14\n\n" + _table(*PAYMENTS),
    # balances are of the day before and the day after
    "# Accounts for the year ended 31 March 2018\n\n"
    + _table(
        "01/04/16|Balance brought forward|£900",
        "12/04/17|Precept|£4,000",
        "02/10/17|Precept|£4,000",
        "02/04/18|Balance carried forward|£4,600",
        head="Date|Receipt|Amount",
    ),
    # an invoice is dated before it is paid
    "## Payments for the period 1 May 2024 to 31 May 2024\n\n"
    + _table(
        "12/04/2024|Ash|£4", "03/05/2024|Elm|£5", "09/05/2024|Oak|£6", head="Invoice date|Payee|£"
    ),
    # one column of two is what the period is of
    "## Applications received 3 March 2025 to 28 March 2025\n\n"
    + _table(
        "25/001|04.03.2025|25.04.2025",
        "25/002|11.03.2025|02.05.2025",
        "25/003|12.03.2025|09.05.2025",
        head="Ref|Date received|Target date",
    ),
    # most of the entries lie outside: the period is of something else
    "## Payments for the period 1 May 2024 to 31 May 2024\n\n"
    + _table("12/06/2024|Ash|£4", "03/06/2024|Elm|£5", "09/05/2024|Oak|£6"),
    # another heading begins
    "## Payments for the period 1 May 2024 to 31 May 2024\n\n"
    + _table("12/05/2024|Ash|£4", "03/05/2024|Elm|£5")
    + "\n## Payments to be made\n\n"
    + _table("09/06/2024|Oak|£6"),
    # said to be late
    "## Receipts, year ended 31 March 2023\n\n"
    + _table(
        "1 May 2022|Precept|£900",
        "6 May 2022|Rent|£60",
        "6 May 2023|Rent for March, received late|£75",
        head="Date|For|Amount",
    ),
    "RECEIPTS FOR PERIOD 14/05/14 – 08/07/14\n02/06 £1.26 INTEREST\n20/06 £55.00 VAT REFUND\n",
    "## Meetings for the period 1 May 2024 to 31 May 2024\n\nThe next meeting is on 5 June 2024.\n",
    (
        "The consultation ran from 1 May 2024 to 31 May 2024.\n\n- 5 June 2024: report to Cabinet\n"
        "- 12 May 2024: open day\n- 19 May 2024: open day\n"
    ),
    (
        "Plan for the period 1 April 2024 to 31 March 2025:\n\n- 5 June 2024: report to Cabinet\n"
        "- 12 July 2024: open day\n- 19 May 2025: first review\n"
    ),
    (
        "## Payments 1 May 2024 to 31 May 2024\n\nThe Clerk spoke of the audit. It began on 3 June "
        "2024. Letters came on 12 May 2024 and 14 May 2024.\n"
    ),
    (
        "Decisions, 1 January 2024 to 31 March 2024:\n\n- 12 January 2024: Pier Kiosk lease\n"
        "- 9 February 2024: licence at Quay Yard\n- Lease of Ash Lane, to begin on 14 April 2024\n"
    ),
    "Correspondence received from 27 February:\n\n- 1 March – letter\n- 7 March – email\n",
    "## Incidents, July to September 2023\n\n"
    + _table("4 July 2023|Pier", "30 September 2023|Quay", "2 August 2023|Ash", head="Date|Place"),
    "## Contract for the period 1 April 2024 to 31 March 2026\n\n"
    + _table(
        "1 January 2024|Tender", "1 May 2024|Start", "1 June 2024|Review", head="Date|Milestone"
    ),
    # a year printed in another manner than the heading's, and the same day
    "## Payments made in May 2024\n\n" + _table("31.5.24|Ash|£4", "1/5/24|Elm|£5", "2/5/24|Oak|£6"),
]


@pytest.mark.parametrize("text", INSIDE)
def test_what_lies_in_its_period_is_left_alone(text: str) -> None:
    assert _found(text) == []
