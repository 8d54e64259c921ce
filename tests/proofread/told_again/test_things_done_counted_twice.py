"""What is made, bought or closed, told with two numbers in words that are otherwise the same."""

import pytest

from moothall.proofread.told_again import things_done
from ordinary_wordings import found_by, papers

_FOUND = """
Staff: The harbour desk creates four permanent posts (paragraph 4.6). // 4. Money // 4.6 The
transfer creates three permanent posts and costs nothing.
---
1.2 The plan provides seven electric ferries. // 4. Money // 4.1 The contract provides eight
electric ferries by May.
---
1.2 It is proposed to close two rural depots. // 4. Money // 4.1 To close three rural depots saves
£4,000 a year.
---
1.2 The grant funds five youth workers. // 4. Money // 4.1 The scheme funds six youth workers for
two years.
---
1.2 The Council consulted on three options in May. // 4. Views // 4.1 The Council consulted on
four options.
---
1.2 The bid would build twelve affordable homes. // 4. Money // 4.1 The loan would build ten
affordable homes.
---
1.2 The service will recruit two trainee pilots. // 4. Staff // 4.1 It will recruit three trainee
pilots.
---
1.2 The harbour is to buy six patrol boats. // 4. Money // 4.1 The sum needed to buy five patrol
boats is £80,000.
"""
_INNOCENT = """
Staff: The harbour desk creates three permanent posts. // 4. Money // 4.6 The transfer creates
three permanent posts and costs nothing.
---
1.2 Option A creates four permanent posts. // 4. Money // 4.1 Option B creates three permanent
posts.
---
1.2 The first phase creates four permanent posts. // 4. Money // 4.1 The second phase creates
three permanent posts.
---
1.2 The transfer creates four permanent posts. // 4. Money // 4.1 Later on it creates three
further permanent posts.
---
1.2 The desk in Ash creates four permanent posts. // 4. Money // 4.1 The desk in Birch creates
three permanent posts.
---
1.2 In 2024/25 the service opened four new branches. // 4. Past // 4.1 In 2023/24 it opened three
new branches.
---
1.2 The plan provides seven electric ferries. // 4. Money // 4.1 The contract provides eight
diesel ferries.
---
1.2 The bid would build two homes. // 4. Money // 4.1 The loan would build three homes.
---
1.2 Closing them would close two rural depots rather than three. // 4. Money // 4.1 To close three
rural depots was rejected.
---
1.2 The trust has two ferry crews. // 4. Money // 4.1 The Council has three ferry crews.
"""


@pytest.mark.parametrize("text", papers(_FOUND))
def test_a_thing_done_told_with_two_numbers_is_found(text: str) -> None:
    assert len(found_by(things_done.RULES, text)) == 1


@pytest.mark.parametrize("text", papers(_INNOCENT))
def test_two_things_done_are_left_alone(text: str) -> None:
    assert found_by(things_done.RULES, text) == ()
