"""Posts that go and what they save, in ordinary words, and what looks like it."""

import pytest

from moothall.proofread.savings.posts_priced import RULES as POSTS_PRICED
from moothall.proofread.savings.posts_saved import RULES as POSTS_SAVED
from ordinary_wordings import found_by

_RULES = (*POSTS_SAVED, *POSTS_PRICED)
FOUND = (
    "It is proposed to delete this post, saving £340,000 a year including on-costs.",
    "2.1 Removing three administrative posts will save £900,000 a year.",
    "2.1 The deletion of one vacant clerk post saves £250,000 each year.",
    "2.1 Two posts will be deleted, saving £700,000 a year.",
    ("2.1 A saving of £1.2 million a year will be made by the loss of four assistants."),
    "2.1 £600,000 per annum will be saved by deleting two part-time cleaners' posts.",
    ("2.1 The restructure removes 2 full-time equivalent posts and saves £800,000 per annum."),
    "2.1 The reduction of 5 FTE will save £20,000 a year.",
    "2.1 Ten full-time posts will go, a saving of £50,000 a year.",
    "2.1 The annual saving from the three redundancies is £1.5 million.",
    "2.1 By not filling two vacancies the council will save £500,000 in a full year.",
    "2.1 Cutting the receptionist's post would save £300,000 annually.",
    "2.1 It is proposed to reduce the team by 3 posts, which will save £1m a year.",
    "2.1 Deleting 12 posts will yield £60,000 a year.",
    "2.1 Three wardens' posts will be lost. This will save £950,000 a year.",
    "Proposal\tPosts\tAnnual saving\nDelete lamp clerks\t2\t£640,000",
    "2.1 Savings of £400,000 a year arise from the removal of 1.5 FTE.",
    "2.1 The team will fall from eight officers to six, saving £750,000 a year.",
    (
        "2.1 One ferry assistant will leave under voluntary redundancy and the saving"
        " is £280,000 a year."
    ),
    "2.1 The saving on salaries from two fewer drivers is £520,000 per year.",
    "• Delete 4 posts (£1.6m per annum)",
    "2.1 A reduction of 20 posts gives a saving of £100,000 per annum.",
    "2.1 The loss of a single post will save £0.4 million every year.",
    "2.1 We will save £360,000 a year if we lose one caretaker.",
    "2.1 Six posts are to be removed at a saving of £36,000 per year.",
    ("2.1 The post of lamp assistant will be deleted with a recurring saving of £410,000."),
    ("RECOMMENDATIONS\n\nThat two administrative posts be deleted, saving £680,000 per year."),
    "2.1 Abolishing the two caretaker jobs saves £510,000 a year.",
    "2.1 Leaving one driver's post unfilled will save £210,000 in a full year.",
    "2.1 Three fewer attendants would be needed, which saves £720,000 per annum.",
    ("2.1 The number of inspectors will drop from five to three, a saving of £600,000 a year."),
    ("2.1 The saving of £1.4 million a year comes from the deletion of five clerks' posts."),
    "2.1 15 FTE posts will be removed at a saving of £90,000 a year.",
    "2.1 Doing without a second receptionist would save £190,000 every year.",
    "2.1 We intend to delete two vacant warden posts. The annual saving is £480,000.",
    "2.1 Four redundancies are proposed, saving £1,100,000 annually.",
    "• Removal of 3 posts: saving £840,000 p.a.",
    "2.1 If six posts are removed the pay bill falls by £48,000 a year.",
    "2.1 One vacant officer post is offered up as a saving of £230,000 per annum.",
    "2.1 The deletion of 2.5 FTE will bring a yearly saving of £900,000.",
    "2.1 A £1.3 million a year saving results from losing three inspectors.",
    "2.1 Staff numbers would be cut by four, saving £1 million each year.",
    "2.1 The removal of a vacant clerk's post will save £260,000 a year.",
    "2.1 Eight posts will be lost and £72,000 a year will be saved.",
    "2.1 Savings of £900,000 a year are to be made by deleting three ranger posts.",
    "2.1 The team would reduce by two officers at a saving of £640,000 a year.",
    "2.1 Two assistants will not be replaced, which saves £500,000 annually.",
    "2.1 Removing one ferry attendant's job would save £330,000 a year.",
    ("2.1 A reduction of three posts, giving a saving of £870,000 a year, is proposed."),
    "2.1 The loss of 10 FTE saves £70,000 per annum.",
)
LEFT_ALONE = (
    "2.1 Removing three administrative posts will save £96,000 a year.",
    "2.1 The deletion of one vacant clerk post saves £31,000 each year.",
    "2.1 Removing three administrative posts will save £450,000 over five years.",
    ("2.1 The deletion of three posts and the closure of the depot will save £900,000 a year."),
    "2.1 The removal of two directors' posts will save £400,000 a year.",
    "2.1 Two posts will be added at a cost of £90,000 a year.",
    ("2.1 The new contract saves £900,000 a year. Three posts will transfer to the contractor."),
    "2.1 Ten posts will be deleted, saving £420,000 a year.",
    ("2.1 The restructure removes 2 posts and reduces the use of agency staff, saving £800,000."),
    "2.1 The reduction of 0.5 FTE will save £20,000 a year.",
    "2.1 Three lamp posts will be removed, saving £900 a year.",
    "2.1 Removing 40 posts will save £1.9 million a year.",
    "2.1 The saving of £900,000 includes three posts, rent and transport.",
    (
        "2.1 Five posts are vacant. The service is underspent by £1 million because "
        "of the new contract."
    ),
    "2.1 One head of service post will be deleted, saving £120,000 a year.",
    ("2.1 Deleting 12 posts will yield £60,000 in the first year because they go in March."),
    "2.1 Two signposts will be removed at a saving of £150.",
    (
        "2.1 Six part-time posts of four hours a week are to be removed at a saving "
        "of £36,000 per year."
    ),
    "2.1 The trading posts were closed in 1980, saving £5 million.",
    "2.1 Post will be sent second class, saving £300,000 a year.",
    "2.1 The chief executive's post will be shared, saving £110,000 a year.",
    "2.1 The saving from 25 posts is £1.1 million in a full year.",
    "2.1 Five posts were advertised and the savings programme is £12 million.",
    "2.1 The team will fall from eight officers to six, saving £75,000 a year.",
    "2.1 Up to three posts may be at risk. The savings plan totals £2.5 million.",
    (
        "2.1 Three posts will be removed and £600,000 of contract spending will stop,"
        " saving £700,000 a year."
    ),
    "2.1 The deletion of 2.5 FTE will bring a yearly saving of £90,000.",
    "2.1 Cutting three bus routes saves £900,000 a year, and no posts are lost.",
    (
        "2.1 The two officers who left in May saved the ferry from closure, which "
        "would have cost £2 million."
    ),
    "2.1 Removing two posts and closing a depot saves £600,000 a year.",
    "2.1 The service lost four staff last year and has overspent by £800,000.",
    ("2.1 Four posts were cut last year. The saving of £1 million on fuel was not expected."),
    ("2.1 The service has 12 posts, of which three are vacant, and a budget of £1.2 million."),
    ("2.1 Two posts were deleted in 2023, as part of savings of £1.4 million in that year."),
    "2.1 The council reduced its workforce by 10 and its budget by £2 million.",
)


@pytest.mark.parametrize("words", FOUND, ids=range(len(FOUND)))
def test_the_fault_is_found_in_ordinary_words(words: str) -> None:
    assert found_by(_RULES, words)


@pytest.mark.parametrize("words", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_is_right_in_ordinary_words_is_left_alone(words: str) -> None:
    assert found_by(_RULES, words) == ()
