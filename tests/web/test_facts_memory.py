"""What is worked out is kept: once, however many ask, and never longer than it may be."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from moothall_web.facts.memory import kept


def test_however_many_ask_at_the_same_moment_it_is_worked_out_once():
    worked: list[int] = []

    @kept(at_most=4)
    def square(number: int) -> int:
        worked.append(number)
        time.sleep(0.05)
        return number * number

    with ThreadPoolExecutor(8) as several:
        answers = list(several.map(square, [3, 4] * 8))

    assert answers == [9, 16] * 8
    assert sorted(worked) == [3, 4]


def test_two_questions_do_not_wait_for_each_other():
    @kept(at_most=4)
    def slowly(number: int) -> int:
        time.sleep(0.2)
        return number

    begun = time.monotonic()
    with ThreadPoolExecutor(4) as several:
        assert list(several.map(slowly, range(4))) == [0, 1, 2, 3]
    assert time.monotonic() - begun < 0.7


def test_what_was_not_asked_for_longest_is_forgotten_first():
    worked: list[str] = []

    @kept(at_most=2)
    def noted(word: str) -> str:
        worked.append(word)
        return word

    for word in ("a", "b", "a", "c", "a", "b"):
        assert noted(word) == word

    assert worked == ["a", "b", "c", "b"]
    noted.cache_clear()
    noted("a")
    assert worked[-1] == "a"


def test_what_fails_is_not_kept_and_keeps_nobody_waiting():
    tries: list[int] = []

    @kept(at_most=2)
    def fails_first() -> str:
        tries.append(1)
        time.sleep(0.02)
        if len(tries) == 1:
            raise ValueError("the programme was changed meanwhile")
        return "there"

    with ThreadPoolExecutor(2) as several:
        first, second = (several.submit(fails_first) for _ in range(2))
        outcomes = [each.exception() or each.result() for each in (first, second)]

    assert sorted(map(str, outcomes)) == ["the programme was changed meanwhile", "there"]
    assert fails_first() == "there"
    with pytest.raises(TypeError):
        fails_first("too much")  # type: ignore[call-arg]
    assert len(tries) == 2


def test_nothing_is_an_answer_too():
    tries: list[int] = []

    @kept(at_most=2)
    def nothing() -> None:
        tries.append(1)

    nothing()
    nothing()

    assert len(tries) == 1
