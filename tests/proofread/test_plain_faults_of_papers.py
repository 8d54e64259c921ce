"""Plain faults of short papers, and the same papers put right."""

import pytest

from moothall.files.reports.markdown import read_markdown
from moothall.proofread.rules import proofread_all

_PAIRS = [
    (
        (
            "## Summary\n"
            "\n"
            "1.1 The new pool will cost £14.2m and open in autumn 2027.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "## Financial implications\n"
            "\n"
            "5.1 The total capital cost of the pool is £14.7m, of which £3.0m is grant."
        ),
        (
            "## Summary\n"
            "\n"
            "1.1 The new pool will cost £14.2m and open in autumn 2027.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "## Financial implications\n"
            "\n"
            "5.1 The total capital cost of the pool is £14.2m, of which £3.0m is grant."
        ),
    ),
    (
        (
            "## Summary\n"
            "\n"
            "1.1 A total of 1,318 people responded to the consultation.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "## Consultation\n"
            "\n"
            "4.2 We received 1,381 responses, most of them online."
        ),
        (
            "## Summary\n"
            "\n"
            "1.1 A total of 1,318 people responded to the consultation.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "## Consultation\n"
            "\n"
            "4.2 We received 1,318 responses, most of them online."
        ),
    ),
    (
        (
            "## Recommendations\n"
            "\n"
            "1. That Cabinet approves the award of the contract to Harbour Cleaning Ltd for five "
            "years from 1 April 2026.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "## Procurement\n"
            "\n"
            "3.4 The contract will run for four years from 1 April 2026 with no option to extend."
        ),
        (
            "## Recommendations\n"
            "\n"
            "1. That Cabinet approves the award of the contract to Harbour Cleaning Ltd for four "
            "years from 1 April 2026.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "## Procurement\n"
            "\n"
            "3.4 The contract will run for four years from 1 April 2026 with no option to extend."
        ),
    ),
    (
        (
            "## Summary\n"
            "\n"
            "1.1 The proposal would close six of the borough's children's centres.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "## Proposal\n"
            "\n"
            "3.1 Seven children's centres would close by March 2027."
        ),
        (
            "## Summary\n"
            "\n"
            "1.1 The proposal would close six of the borough's children's centres.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "## Proposal\n"
            "\n"
            "3.1 Six children's centres would close by March 2027."
        ),
    ),
    (
        (
            "## Summary\n"
            "\n"
            "1.1 The forecast overspend at Quarter 2 is £3.4m.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "## Conclusion\n"
            "\n"
            "6.1 The Council faces an overspend of £4.3m at Quarter 2, which reserves can meet."
        ),
        (
            "## Summary\n"
            "\n"
            "1.1 The forecast overspend at Quarter 2 is £3.4m.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "## Conclusion\n"
            "\n"
            "6.1 The Council faces an overspend of £3.4m at Quarter 2, which reserves can meet."
        ),
    ),
    (
        (
            "## Background\n"
            "\n"
            "2.1 The estate has 412 homes, built in the 1960s.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "## Options\n"
            "\n"
            "4.1 All 421 homes on the estate would be demolished under Option 3."
        ),
        (
            "## Background\n"
            "\n"
            "2.1 The estate has 412 homes, built in the 1960s.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "## Options\n"
            "\n"
            "4.1 All 412 homes on the estate would be demolished under Option 3."
        ),
    ),
    (
        (
            "## Staffing\n"
            "\n"
            "3.1 The restructure would delete 18 posts and create 7.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "## Equality\n"
            "\n"
            "5.1 The 16 posts to be deleted are held mostly by women."
        ),
        (
            "## Staffing\n"
            "\n"
            "3.1 The restructure would delete 18 posts and create 7.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "## Equality\n"
            "\n"
            "5.1 The 18 posts to be deleted are held mostly by women."
        ),
    ),
    (
        "The consultation opened on Monday 3 March 2025 and closed on Friday 28 February 2025.",
        "The consultation opened on Monday 3 March 2025 and closed on Friday 28 March 2025.",
    ),
    (
        "The Board met on Tuesday 12 March 2025.",
        "The Board met on Wednesday 12 March 2025.",
    ),
    (
        (
            "Cabinet, 14 October 2025\n"
            "\n"
            "1.1 The survey will take place in June 2025 and its results will be reported in the "
            "autumn."
        ),
        (
            "Cabinet, 14 October 2025\n"
            "\n"
            "1.1 The survey will take place in June 2026 and its results will be reported in the "
            "autumn."
        ),
    ),
    (
        (
            "Audit Committee, 20 January 2026\n"
            "\n"
            "1.1 The strategy covers the five years from 2023 to 2026."
        ),
        (
            "Audit Committee, 20 January 2026\n"
            "\n"
            "1.1 The strategy covers the three years from 2023 to 2026."
        ),
    ),
    (
        (
            "The grant must be spent by 31 March 2026. Works will start in May 2026 and be paid "
            "for from the grant."
        ),
        (
            "The grant must be spent by 31 March 2027. Works will start in May 2026 and be paid "
            "for from the grant."
        ),
    ),
    (
        (
            "Call-in expires at noon on 21 November 2025. The decision will be implemented on 18 "
            "November 2025."
        ),
        (
            "Call-in expires at noon on 21 November 2025. The decision will be implemented on 24 "
            "November 2025."
        ),
    ),
    (
        (
            "The current contract expires on 30 June 2026 and the new one begins on 1 September "
            "2026, so that there is no break in the service."
        ),
        (
            "The current contract expires on 31 August 2026 and the new one begins on 1 September"
            " 2026, so that there is no break in the service."
        ),
    ),
    (
        "Cllr Ash was appointed in May 2023 for a term of four years, which ends in May 2026.",
        "Cllr Ash was appointed in May 2023 for a term of four years, which ends in May 2027.",
    ),
    (
        "The financial year 2024/26 was the second of the plan.",
        "The financial year 2024/25 was the second of the plan.",
    ),
    (
        (
            "# Revenue budget 2026/27\n"
            "\n"
            "1.1 This report sets out the proposed revenue budget for 2025/26 and asks the "
            "Council to approve it.\n"
            "\n"
            "1.2 The budget for 2026/27 is balanced."
        ),
        (
            "# Revenue budget 2026/27\n"
            "\n"
            "1.1 This report sets out the proposed revenue budget for 2026/27 and asks the "
            "Council to approve it.\n"
            "\n"
            "1.2 The budget for 2026/27 is balanced."
        ),
    ),
    (
        "The meeting started at 7.00 pm and closed at 6.45 pm.",
        "The meeting started at 7.00 pm and closed at 8.45 pm.",
    ),
    (
        "Objections were invited by 31 June 2025.",
        "Objections were invited by 30 June 2025.",
    ),
    (
        "The school opened in 1968 and celebrated its 50th anniversary in 2019.",
        "The school opened in 1969 and celebrated its 50th anniversary in 2019.",
    ),
    (
        (
            "## Decisions\n"
            "\n"
            "2.1 The Director of Place, Ann Ash, presented the report.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "3.1 The Director of Place, Ann Birch, will lead the work."
        ),
        (
            "## Decisions\n"
            "\n"
            "2.1 The Director of Place, Ann Ash, presented the report.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "3.1 The Director of Place, Ann Ash, will lead the work."
        ),
    ),
    (
        (
            "The Quayside Regeneration Partnership will meet monthly.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "The Quayside Regeneration Board has asked for a report. The Partnership's members "
            "are listed in the annex."
        ),
        (
            "The Quayside Regeneration Partnership will meet monthly.\n"
            "\n"
            "The service has been reviewed with partners and staff over the last year. Officers "
            "have listened to what users said and have looked at how other areas do this.\n"
            "\n"
            "The Quayside Regeneration Partnership has asked for a report. The Partnership's "
            "members are listed in the report."
        ),
    ),
    (
        (
            "The Integrated Care Board (ICB) has agreed. The ICB will fund half.\n"
            "\n"
            "The Independent Care Body (ICB) has been asked."
        ),
        (
            "The Integrated Care Board (ICB) has agreed. The ICB will fund half.\n"
            "\n"
            "The Independent Care Body (INCB) has been asked. The INCB will reply."
        ),
    ),
    (
        (
            "3.1 The costs are set out in Appendix C.\n"
            "\n"
            "3.2 The plan is at Appendix A and the map at Appendix B.\n"
            "\n"
            "## Appendices\n"
            "\n"
            "- Appendix A: Plan\n"
            "- Appendix B: Map"
        ),
        (
            "3.1 The costs are set out in Appendix A.\n"
            "\n"
            "3.2 The plan is at Appendix A and the map at Appendix B.\n"
            "\n"
            "## Appendices\n"
            "\n"
            "- Appendix A: Plan\n"
            "- Appendix B: Map"
        ),
    ),
    (
        ("2.1 First.\n\n2.2 We consulted.\n\n2.4 We wrote to all.\n\n2.5 We closed."),
        ("2.1 First.\n\n2.2 We consulted.\n\n2.3 We wrote to all.\n\n2.4 We closed."),
    ),
    (
        (
            "## Staffing implications\n"
            "\n"
            "None.\n"
            "\n"
            "## Proposal\n"
            "\n"
            "Four posts will be deleted and two members of staff made redundant."
        ),
        (
            "## Staffing implications\n"
            "\n"
            "Four posts go.\n"
            "\n"
            "## Proposal\n"
            "\n"
            "Four posts will be deleted and two members of staff made redundant."
        ),
    ),
    (
        (
            "## Financial implications\n"
            "\n"
            "There are no financial implications.\n"
            "\n"
            "## Proposal\n"
            "\n"
            "The scheme costs £240,000, to be met from reserves."
        ),
        (
            "## Financial implications\n"
            "\n"
            "The cost of £240,000 is met from reserves.\n"
            "\n"
            "## Proposal\n"
            "\n"
            "The scheme costs £240,000, to be met from reserves."
        ),
    ),
    (
        (
            "Key decision: No\n"
            "\n"
            "1.1 This is a key decision because it involves spending of more than £500,000."
        ),
        (
            "Key decision: Yes\n"
            "\n"
            "1.1 This is a key decision because it involves spending of more than £500,000."
        ),
    ),
    (
        "The motion was proposed by Cllr Ash and seconded by Cllr Ash.",
        "The motion was proposed by Cllr Ash and seconded by Cllr Birch.",
    ),
    (
        "The resolution was agreed unanimously, with two members voting against.",
        "The resolution was agreed by the Board, with two members voting against.",
    ),
    (
        "The permanent post will be funded from the one-off grant of £45,000.",
        "The permanent post will be funded from the base budget at £45,000.",
    ),
    (
        "Deleting two clerical posts will save £480,000 a year.",
        "Deleting two clerical posts will save £58,000 a year.",
    ),
    (
        (
            "The assessment is final. Stage 3, to be completed after consultation, will look at "
            "mitigation."
        ),
        (
            "The assessment is a draft. Stage 3, to be completed after consultation, will look at"
            " mitigation."
        ),
    ),
    (
        "72% of respondents supported the proposal.",
        "Of the 410 respondents, 295 (72%) supported the proposal.",
    ),
    (
        ("Wards affected: All\n\n1.1 The scheme affects Quay ward only."),
        ("Wards affected: Quay\n\n1.1 The scheme affects Quay ward only."),
    ),
    (
        (
            "| Service | Budget £000 | Actual £000 | Variance £000 |\n"
            "|---|---|---|---|\n"
            "| Libraries | 420 | 440 | 20 |\n"
            "| Parks | 310 | 295 | (15) |\n"
            "| Leisure | 275 | 290 | (15) |\n"
            "| Total | 1,005 | 1,025 | 20 |"
        ),
        (
            "| Service | Budget £000 | Actual £000 | Variance £000 |\n"
            "|---|---|---|---|\n"
            "| Libraries | 420 | 440 | 20 |\n"
            "| Parks | 310 | 295 | (15) |\n"
            "| Leisure | 275 | 290 | 15 |\n"
            "| Total | 1,005 | 1,025 | 20 |"
        ),
    ),
    (
        (
            "| Ward | Homes | Share |\n"
            "|---|---|---|\n"
            "| Ash | 120 | 40% |\n"
            "| Birch | 90 | 30% |\n"
            "| Cedar | 90 | 20% |\n"
            "| Total | 300 | 100% |"
        ),
        (
            "| Ward | Homes | Share |\n"
            "|---|---|---|\n"
            "| Ash | 120 | 40% |\n"
            "| Birch | 90 | 30% |\n"
            "| Cedar | 90 | 30% |\n"
            "| Total | 300 | 100% |"
        ),
    ),
    (
        (
            "| Measure | Target | Actual | Status |\n"
            "|---|---|---|---|\n"
            "| Bins missed per 100,000 | 50 | 62 | Met |\n"
            "| Calls answered in 60 seconds | 80% | 84% | Met |\n"
            "| Invoices paid on time | 95% | 91% | Not met |"
        ),
        (
            "| Measure | Target | Actual | Status |\n"
            "|---|---|---|---|\n"
            "| Bins missed per 100,000 | 50 | 42 | Met |\n"
            "| Calls answered in 60 seconds | 80% | 84% | Met |\n"
            "| Invoices paid on time | 95% | 91% | Not met |"
        ),
    ),
    (
        (
            "Fly-tipping was highest in Birch ward.\n"
            "\n"
            "| Ward | Reports |\n"
            "|---|---|\n"
            "| Ash | 212 |\n"
            "| Birch | 187 |\n"
            "| Cedar | 140 |"
        ),
        (
            "Fly-tipping was highest in Ash ward.\n"
            "\n"
            "| Ward | Reports |\n"
            "|---|---|\n"
            "| Ash | 212 |\n"
            "| Birch | 187 |\n"
            "| Cedar | 140 |"
        ),
    ),
    (
        (
            "| Year | Opening £m | Added £m | Used £m | Closing £m |\n"
            "|---|---|---|---|---|\n"
            "| 2023/24 | 6.0 | 1.2 | 0.8 | 6.4 |\n"
            "| 2024/25 | 6.4 | 0.5 | 1.9 | 5.6 |\n"
            "| 2025/26 | 5.0 | 0.4 | 1.0 | 4.4 |"
        ),
        (
            "| Year | Opening £m | Added £m | Used £m | Closing £m |\n"
            "|---|---|---|---|---|\n"
            "| 2023/24 | 6.0 | 1.2 | 0.8 | 6.4 |\n"
            "| 2024/25 | 6.4 | 0.5 | 1.9 | 5.0 |\n"
            "| 2025/26 | 5.0 | 0.4 | 1.0 | 4.4 |"
        ),
    ),
    (
        (
            "| Income | Charge |\n"
            "|---|---|\n"
            "| Up to £20,000 | Nil |\n"
            "| £20,001 to £30,000 | £5 |\n"
            "| £30,000 to £45,000 | £8 |\n"
            "| Over £45,000 | £12 |"
        ),
        (
            "| Income | Charge |\n"
            "|---|---|\n"
            "| Up to £20,000 | Nil |\n"
            "| £20,001 to £30,000 | £5 |\n"
            "| £30,001 to £45,000 | £8 |\n"
            "| Over £45,000 | £12 |"
        ),
    ),
    (
        (
            "| Category | 2023/24 | 2024/25 | Change |\n"
            "|---|---|---|---|\n"
            "| Visits | 4,120 | 4,532 | +10% |\n"
            "| Loans | 9,800 | 9,310 | +5% |"
        ),
        (
            "| Category | 2023/24 | 2024/25 | Change |\n"
            "|---|---|---|---|\n"
            "| Visits | 4,120 | 4,532 | +10% |\n"
            "| Loans | 9,800 | 9,310 | -5% |"
        ),
    ),
    (
        (
            "The Council holds £42.6m of investments, as the table shows.\n"
            "\n"
            "| Investment | £m |\n"
            "|---|---|\n"
            "| Banks | 15.0 |\n"
            "| Money market funds | 18.5 |\n"
            "| Other councils | 10.0 |\n"
            "| Total | 43.5 |"
        ),
        (
            "The Council holds £43.5m of investments, as the table shows.\n"
            "\n"
            "| Investment | £m |\n"
            "|---|---|\n"
            "| Banks | 15.0 |\n"
            "| Money market funds | 18.5 |\n"
            "| Other councils | 10.0 |\n"
            "| Total | 43.5 |"
        ),
    ),
    (
        "The strategy covers the five years from 2023 to 2026.",
        "The strategy covers the three years from 2023 to 2026.",
    ),
    (
        "The programme will run for four years, from 2024 to 2026.",
        "The programme will run for two years, from 2024 to 2026.",
    ),
    (
        "In the ten years between 2011 and 2018 the population grew.",
        "In the seven years between 2011 and 2018 the population grew.",
    ),
    (
        (
            "| Measure | Target | Actual | Target met? |\n"
            "|---|---|---|---|\n"
            "| Sickness days | 8.0 | 9.4 | Yes |\n"
            "| Calls answered in 60 seconds | 80% | 84% | Yes |\n"
            "| Invoices paid on time | 95% | 91% | No |\n"
            "| Planning decisions in time | 90% | 93% | Yes |"
        ),
        (
            "| Measure | Target | Actual | Target met? |\n"
            "|---|---|---|---|\n"
            "| Sickness days | 8.0 | 9.4 | No |\n"
            "| Calls answered in 60 seconds | 80% | 84% | Yes |\n"
            "| Invoices paid on time | 95% | 91% | No |\n"
            "| Planning decisions in time | 90% | 93% | Yes |"
        ),
    ),
    (
        (
            "| Measure | Target | Q2 | RAG |\n"
            "|---|---|---|---|\n"
            "| Homes re-let | at most 20 days | 18 days | Red |\n"
            "| Calls answered in 60 seconds | 80% | 84% | Green |\n"
            "| Invoices paid on time | 95% | 81% | Amber |\n"
            "| Complaints answered in time | 90% | 93% | Green |"
        ),
        (
            "| Measure | Target | Q2 | RAG |\n"
            "|---|---|---|---|\n"
            "| Homes re-let | at most 20 days | 18 days | Green |\n"
            "| Calls answered in 60 seconds | 80% | 84% | Green |\n"
            "| Invoices paid on time | 95% | 91% | Green |\n"
            "| Complaints answered in time | 90% | 81% | Amber |"
        ),
    ),
    (
        (
            "| Measure | Target | Q2 | RAG |\n"
            "|---|---|---|---|\n"
            "| Calls answered in 60 seconds | 80% | 62% | Green |\n"
            "| Invoices paid on time | 95% | 91% | Amber |\n"
            "| Complaints answered in time | 90% | 93% | Green |"
        ),
        (
            "| Measure | Target | Q2 | RAG |\n"
            "|---|---|---|---|\n"
            "| Calls answered in 60 seconds | 80% | 62% | Red |\n"
            "| Invoices paid on time | 95% | 91% | Amber |\n"
            "| Complaints answered in time | 90% | 93% | Green |"
        ),
    ),
]


def _found(text: str) -> set[str]:
    paper = read_markdown(f"# Report to the Board\n\n{text}\n", "paper.md")
    return {finding.rule for finding in proofread_all((paper,), None, everything=False)}


@pytest.mark.parametrize(("wrong", "right"), _PAIRS, ids=range(len(_PAIRS)))
def test_a_plain_fault_is_found_and_the_paper_put_right_left_alone(wrong: str, right: str) -> None:
    assert _found(wrong)
    assert not _found(right)
