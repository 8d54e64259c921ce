"""Short forms are spelled out where a paper first uses them, unless the prose does it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from town_papers import document_of, found, having, passage, short_form, town, under, words

from moothall.documents.document import Document, Paragraph, Section
from moothall.facts.papers import Abbreviation
from moothall.facts.programme import Programme
from moothall.papers.abbreviations import in_use, spelled_out, unexplained, without_expansions

PVI = short_form("PVI", "private, voluntary and independent")
SEND = short_form("SEND", "special educational needs and disabilities")


@pytest.fixture
def archive(tmp_path: Path) -> Programme:
    return having(town(tmp_path / "three-towns"), abbreviations=[PVI, SEND])


def spelled(*texts: str) -> list[str]:
    """The texts as the paragraphs of one paper."""
    meanings = in_use([PVI, SEND], "ashby")
    document = spelled_out(of_texts(*texts), meanings)
    return [block.text for block in document.sections[0].blocks if isinstance(block, Paragraph)]


def of_texts(*texts: str) -> Document:
    blocks = tuple(Paragraph(text, of="passages/words") for text in texts)
    return Document(title="A paper", sections=(Section("One", blocks),))


@pytest.mark.checklist("K12")
def test_a_short_form_is_spelled_out_at_its_first_use_only(archive: Programme) -> None:
    archive = having(
        archive,
        passages=[
            passage("Some PVI settings.", key="one"),
            passage("PVI settings and SEND.", topic="financial", key="two"),
        ],
    )
    document = document_of(archive)
    assert words(document, "Purpose") == "Some private, voluntary and independent (PVI) settings."
    assert words(document, "Money").startswith(
        "PVI settings and special educational needs and disabilities (SEND)."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Private, voluntary and independent (PVI) settings. More PVI.",
        "PVI (private, voluntary and independent) settings.",
        "Settings that are private, voluntary or independent (PVI).",
    ],
)
def test_what_the_prose_spells_out_is_left_alone(text: str) -> None:
    assert spelled(text) == [text]


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("PVI settings.", "Private, voluntary and independent (PVI) settings."),
        ("Settings (PVI).", "Settings (private, voluntary and independent, PVI)."),
        ("All PVIs.", "All private, voluntary and independents (PVIs)."),
        ("APVI and PVI-led", "APVI and PVI-led"),
    ],
)
def test_the_words_fit_where_they_stand(text: str, out: str) -> None:
    assert spelled(text) == [out]


def test_what_was_spelled_out_is_a_quote_of_the_abbreviation(archive: Programme) -> None:
    archive = having(archive, passages=[passage("For PVI settings.")])
    (block,) = (b for b in under(document_of(archive), "Purpose") if isinstance(b, Paragraph))
    (quote,) = block.quotes
    assert quote.of == f"abbreviations/{PVI.id}"
    assert quote.was == "PVI"
    assert block.text[quote.start : quote.end] == "private, voluntary and independent (PVI)"


TEXTS = st.lists(st.text(alphabet="PVI SEND().ab", max_size=30), max_size=4)


@given(TEXTS)
def test_spelling_out_can_be_undone(texts: list[str]) -> None:
    document = spelled_out(of_texts(*texts), in_use([PVI, SEND], "ashby"))
    blocks = [b for b in document.sections[0].blocks if isinstance(b, Paragraph)]
    assert [without_expansions(b.text, b.quotes)[0] for b in blocks] == texts


def test_a_councils_own_meaning_comes_before_anothers(archive: Programme) -> None:
    theirs = short_form("SEN", "southern estate network", owner="brae")
    ours = short_form("SEN", "special educational needs", owner="ashby")
    assert in_use([theirs, ours], "ashby")["SEN"] == ours
    assert in_use([theirs, ours], "brae")["SEN"] == theirs
    (message,) = found(
        having(archive, abbreviations=[theirs, ours]), "an_abbreviation_means_one_thing"
    )
    assert "southern estate network" in message


def test_a_short_form_that_nobody_explains_is_found(archive: Programme) -> None:
    archive = having(
        archive,
        passages=[passage("The GMSF and the Fire Plan (FP) of the UK for PVI. NOT ALL CAPITALS.")],
    )
    messages = found(archive, "an_abbreviation_is_spelled_out")
    assert len(messages) == 1
    assert "The words use GMSF and nobody says what it stands for." in messages[0]


def test_a_whole_line_in_capitals_is_no_row_of_abbreviations() -> None:
    assert unexplained(of_texts("ALL OF THIS STANDS IN CAPITALS")) == ()


def test_the_title_of_a_proposal_is_not_rewritten() -> None:
    document = Document(title="PVI", sections=(Section("One", (Paragraph("PVI"),)),))
    assert spelled_out(document, in_use([PVI], "ashby")) == document


@pytest.mark.checklist("K12")
def test_the_samples_explain_the_short_forms_that_their_documents_use(
    stockport_tameside: Programme, cambridgeshire_peterborough: Programme
) -> None:
    held: dict[str, Abbreviation] = {}
    for programme in (stockport_tameside, cambridgeshire_peterborough):
        held |= {each.short: each for each in programme.abbreviations}
    named = {"PiP", "PVI", "QTS", "DCS", "PPRR", "MTFP", "DSG", "EHCP", "EAL", "BAIP"}
    assert named <= set(held)
    for each in held.values():
        assert str(each.source)
