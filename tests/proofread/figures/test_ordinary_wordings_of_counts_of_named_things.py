"""Things that a sentence counts and then names, in the sentence, in a list or in a table."""

import pytest

from moothall.proofread.figures import named_lists, stated_counts
from moothall.proofread.structure import lists_of_numbers
from moothall.proofread.tables import rows_counted
from ordinary_wordings import found_by

RULES = (*named_lists.RULES, *stated_counts.RULES, *lists_of_numbers.RULES, *rows_counted.RULES)

FOUND = (
    "Cllr Birch covers the three Wards of Cwmash and Salem and reported on roads there.",
    "The Clerk obtained three additional quotes from Ash Ltd and Birch Ltd.",
    "The two villages of Ash, Birch and Elm share a hall.",
    "Our four schools (Ash, Birch and Elm) closed in July.",
    (
        "The index is made up of eight domains of deprivation:\n\n- Income\n- Employment\n- "
        "Health\n- Education\n- Crime\n- Housing\n- Living environment"
    ),
    (
        "The following six measures will be taken:\n\n- new signs\n- new lamps\n- a "
        "crossing\n- a bus stop\n- a bench"
    ),
    ("The Council runs the following four halls:\n\n1. Ash Hall\n2. Birch Hall\n3. Elm Hall"),
    "There are five parishes in the cluster: Ash, Birch, Elm and Quay.",
    "The five parishes of Ash, Birch, Elm and Quay have formed a joint burial board.",
    "Two further tenders were received, from Ash Ltd, Birch Ltd and Elm Ltd.",
    "Bids were received from three firms, Ash Ltd and Birch Ltd.",
    "The strategy has four priorities, namely homes, jobs and health.",
    "The three directorates (People, Place, Resources and Law) each lost posts.",
    "All three ward members, Cllr Ash and Cllr Birch, were consulted.",
    (
        "The board consists of six partners:\n\nPartner\tSeats\nAsh Council\t2\nBirch "
        "Council\t2\nQuay Trust\t1\nPier Trust\t1\nElm Trust\t1"
    ),
    "The plan rests on five themes:\n\n1. Homes\n2. Jobs\n3. Health\n4. Place",
    "The service covers the three districts of Ash and Birch.",
    ("Trees were felled at the three sites of Ash Lane, Birch Road, Elm Way and Quay Street."),
    "The Council owns two car parks (Ash Lane, Birch Road and Quay Street).",
    "Four options were considered:\n\na) do nothing\n\nb) repair\n\nc) replace",
    (
        "The index is made up of eight domains of deprivation\n\n- Income\n- Employment\n- "
        "Health\n- Education\n- Crime\n- Housing\n- Living environment"
    ),
    (
        "The programme consists of five projects.\n\n- Ash Quay\n- Birch Pier\n- Elm Hall\n- "
        "Quay Road"
    ),
    "Funding is split into the following three pots\n\n- homes\n- roads\n- paths\n- parks",
    "Three further quotations were obtained from Ash Ltd and Birch Ltd.",
    "Four bids were received, from Ash Ltd, Birch Homes and Elm Trust.",
    (
        "The Board consists of the following seven members:\n\n1. Cllr Ash\n2. Cllr "
        "Birch\n3. Cllr Elm\n4. Cllr Quay\n5. Cllr Pier\n6. Cllr Oak"
    ),
    "Cllr Elm represents the four parishes of Ash, Birch and Quay on the panel.",
    ("He looks after the three Wards of Ash, Birch, Elm and Quay and has reported potholes."),
    "Visits were made to the two schools of Ash, Birch and Elm in May.",
    "The grants went to the three wards of Ash and Birch for their paths.",
)

LEFT_ALONE = (
    "Cllr Birch covers the two Wards of Cwmash and Salem and reported on roads there.",
    "The Clerk obtained two additional quotes from Ash Ltd and Birch Ltd.",
    "The three villages of Ash, Birch and Elm share a hall.",
    "Our four schools (Ash, Birch, Elm and Quay) closed in July.",
    (
        "The index is made up of seven domains of deprivation:\n\n- Income\n- Employment\n- "
        "Health\n- Education\n- Crime\n- Housing\n- Living environment"
    ),
    (
        "The following six measures will be taken:\n\n- new signs\n- new lamps\n- a "
        "crossing\n- a bus stop\n- a bench, and\n- a bin"
    ),
    "The three Wards of Ash and Birch Hill and Elm have grown.",
    "The two parishes of Ash and Birch-with-Elm and Quay met.",
    "Two of the schools, Ash, Birch and Elm among them, closed.",
    ("The three quotes from Ash Ltd and Birch Ltd were alike, and that of Elm Ltd was lower."),
    "The two ward members, Cllr Ash (Lab) and Cllr Birch (Con), were consulted.",
    "Our four schools (including Ash and Birch) closed.",
    "Our four schools (Ash and Birch in the north) closed.",
    "Four options, among them Ash and Birch, were considered.",
    "The three counties of Ash and Birch and of Elm joined.",
    "Two letters from residents of Ash, Birch and Elm were read.",
    "Three quotes from firms in Ash and Birch were received.",
    (
        "The plan rests on five themes. The first is Homes. The others are:\n\n- Jobs\n- "
        "Health\n- Place\n- Law"
    ),
    "Two meetings of Ash, Birch and Elm councils were held.",
    "The five councils of Ash, Birch, Elm and others joined.",
    (
        "The index is made up of seven domains of deprivation\n\n- Income\n- Employment\n- "
        "Health\n- Education\n- Crime\n- Housing\n- Living environment"
    ),
    (
        "The programme consists of five projects.\n\n- Two are complete.\n- One has "
        "begun.\n- Two are late.\n- All are funded."
    ),
    ("Three further quotations were obtained from Ash Ltd and Birch Ltd, and one from Elm Ltd."),
    "The three members of Ash and Birch were present.",
    "Two officers of Ash, Birch and Elm met.",
    "Two bids came from Ash Ltd, Birch Ltd and Elm Ltd jointly.",
    (
        "The following six members were present:\n\n1. Cllr Ash\n2. Cllr Birch\n3. Cllr "
        "Elm\n4. Cllr Quay\n5. Cllr Pier\n6. Cllr Oak"
    ),
    "The Council owns three halls.\n\n- Ash Hall was let.\n- Birch Hall was sold.",
    "The grants went to the two wards of Ash and Birch for their paths.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(RULES, text)
