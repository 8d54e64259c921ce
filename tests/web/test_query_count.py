"""A page asks the database as often for many proposals as for few."""

from pathlib import Path

import pytest
from cast import SignedIn
from django.db import connection
from django.test.utils import CaptureQueriesContext
from loaded import loaded

from many_proposals import write_many

pytestmark = pytest.mark.django_db

PAGES = (
    "/",
    "/programmes/three-towns/",
    "/programmes/three-towns/documents/",
    "/programmes/three-towns/proposals/service-1/",
)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """A programme with 5 proposals and one with 35."""
    made = tmp_path_factory.mktemp("programmes")
    return {
        number: write_many(made / str(number), number, facts)
        for number, facts in ((5, 200), (35, 1_300))
    }


@pytest.mark.parametrize("page", PAGES)
def test_35_proposals_take_as_many_queries_as_5(
    page: str, folders: dict[int, Path], signed_in: SignedIn
):
    client = signed_in("ashby")
    asked: dict[int, list[list[str]]] = {}
    for number, folder in folders.items():
        loaded(folder)
        for _ in ("after a change", "again"):
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(page)
            assert answer.status_code == 200
            asked.setdefault(number, []).append([query["sql"] for query in queries])

    assert [len(each) for each in asked[5]] == [len(each) for each in asked[35]]
    assert len(asked[35][1]) < len(asked[35][0]) or page == "/", "the facts are read once"
