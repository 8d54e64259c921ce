"""One option is recommended, and the same one wherever a report says so."""

import pytest

from moothall.proofread.told_again.options_recommended import RULES
from ordinary_wordings import found_by, papers

WRONG = papers(
    """\
Option B is recommended. // 4. Conclusion // For these reasons officers recommend option C.
---
The preferred option is option 2, a new ferry. // 5. Next steps // It is recommended that
Cabinet approve option 3.
---
Option A (repair the quay) is therefore the preferred option. // Costs // The recommended
option, option B, costs £2m.
---
That Cabinet is recommended to approve Option Two. // Summary // Option 1 is recommended,
as it lights the most lamps."""
)
RIGHT = papers(
    """\
Option B is recommended. // 4. Conclusion // For these reasons officers recommend option B.
---
Option B is recommended. // Consultation // Most of those who responded preferred option C,
which the public recommended.
---
Option A was initially recommended. // Since then // Option B is now the preferred option.
---
Option A is not recommended. // Option B is recommended.
---
Fares // Option A: keep them // Option B: raise them // Option B is
recommended. // Lamps // Option A: mend them // Option B: sell them //
Option A is recommended.
---
Options B and C are recommended for further study. // Option B is recommended."""
)


@pytest.mark.parametrize("paper", WRONG)
def test_two_options_recommended_are_told(paper: str) -> None:
    assert len(found_by(RULES, paper)) == 1


@pytest.mark.parametrize("paper", RIGHT)
def test_one_option_and_what_others_prefer_are_left_alone(paper: str) -> None:
    assert not found_by(RULES, paper)
