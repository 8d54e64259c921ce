"""Ordinary wordings of what is said not to be, not to be asked or not to be wanted, and is told."""

import pytest

from moothall.proofread.answers import (
    denied_topics,
    impact_forms,
    options_recommended,
    own_answers,
    said_not_to_be,
    statuses,
)
from ordinary_wordings import found_by, papers

_RULES = (
    *said_not_to_be.RULES,
    *own_answers.RULES,
    *impact_forms.RULES,
    *options_recommended.RULES,
    *statuses.RULES,
    *denied_topics.RULES,
)
_FOUND = """
2. Petitions // 2.1 No petitions were received. // 2.2 A petition signed by 412 people was presented
in May.
---
2. Equality // 2.1 An equality impact assessment is not required. // 2.2 The equality impact
assessment shows that older passengers wait longer.
---
2. Privacy // 2.1 A DPIA was not considered necessary. // 2.2 The DPIA is attached as Appendix B.
---
2. Views // 2.1 No public consultation was carried out. // 2.2 The consultation ran from May to
June.
---
2. Views // 2.1 There has been no consultation on the fares. // 2.2 There were 230 respondents.
---
Have you consulted the crews? // No // Who have you consulted? // All three crews were asked in May.
---
Have you consulted with passengers? // No // 2. Views // 2.1 Passengers have been consulted since
May.
---
Do you have data on the people affected? // No // 2.1 Of the users 12% are under 18. // 2.2 A
further
40% are women. // 2.3 The survey says that 8% have a disability.
---
Mitigating actions for race // Not applicable // 1) The timetable will be translated into six
languages.
---
Are there any positive impacts? // No // Details of positive impacts // Older people will have a
shorter walk to the quay.
---
2. Purpose // 2.1 This report is for information only. // 3. Recommendations // 3.1 Cabinet is asked
to approve the lamp contract.
---
Purpose // Decision ☐ Information ☒ Assurance ☒ // 2.1 The Board is asked to approve the new fares.
---
2. Purpose // 2.1 No decision is required from this meeting. // 3.1 Members are asked to note the
report and agree the fares.
---
2. Options // 2.1 Option 2, which we do not recommend, closes the ferry. // 3. Recommendations //
3.1
Cabinet is asked to approve Option 2.
---
2. Options // 2.1 Option B was discounted since it costs too much. // 3. Recommendation // 3.1 That
Cabinet adopts Option B.
---
2. Options // 2.1 The transfer of the lamp crew to the harbour office in Sandport was considered and
is not recommended. // 3. Recommendations // 3.1 Cabinet is asked to agree the transfer of the lamp
crew to the harbour office in Sandport.
---
2. Finance // 2.1 There are no financial implications arising from this report. The proposal is to
use £2m of capital receipts for the quay.
---
Are there negative impacts for age? // Yes // Details of negative impacts for age // There is no
expectation that older rowers would be adversely affected by the new quay.
---
Members of the public: none // 3. Lamps // 3.1 A resident asked when the lamp at the quay would be
mended.
"""
_ALONE = """
Are there negative impacts for age? // Yes // Details of negative impacts for age // Older rowers
will have to walk further to the quay.
---
Members of the public: four // 3. Lamps // 3.1 A resident asked when the lamp at the quay would be
mended.
---
2. Petitions // 2.1 No petitions were received. // 2.2 A petition may be handed in at any meeting.
---
2. Equality // 2.1 A full equality impact assessment is not required, since the screening found no
harm.
---
2. Equality // 2.1 The equality impact assessment shows that older passengers wait longer.
---
2. Views // 2.1 No consultation was held with the neighbouring harbours. // 2.2 The consultation ran
from May to June.
---
2. Views // 2.1 If no consultation was held, the court may quash it. // 2.2 The consultation ran in
May.
---
Have you consulted the crews? // No // Who have you consulted? // Nobody has been asked so far.
---
Have you consulted the crews? // Yes // Who have you consulted? // All three crews were asked in
May.
---
Do you have data on the people affected? // No // 2.1 Of the budget 12% is held back.
---
Mitigating actions for race // Not applicable // Responsible officer // Not applicable
---
2. Purpose // 2.1 This report is for information only. // 3. Recommendations // 3.1 Cabinet is asked
to note the lamp contract.
---
Purpose // Decision ☒ Information ☒ Assurance ☐ // 2.1 The Board is asked to approve the new fares.
---
Purpose // Decision ☐ Information ☒ Assurance ☒ // 2.1 The Board is asked to note the new fares.
---
2. Options // 2.1 Option 2, which we do not recommend, closes the ferry. // 3. Recommendations //
3.1
Cabinet is asked to approve Option 3.
---
2. Options // 2.1 Option 3 was rejected by respondents. // 3. Recommendations // 3.1 Cabinet is
asked
to approve Option 3.
---
2. Finance // 2.1 There are no financial implications arising from this report. // 2.2 Last year the
quay cost £2m.
"""


@pytest.mark.parametrize("text", papers(_FOUND))
def test_what_is_denied_and_told_is_found(text: str) -> None:
    assert found_by(_RULES, text)


@pytest.mark.parametrize("text", papers(_ALONE))
def test_what_only_looks_denied_is_left_alone(text: str) -> None:
    assert not found_by(_RULES, text)
