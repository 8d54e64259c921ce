"""Every paper of a programme at once: asked for, made in the background, fetched as one ZIP."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from cast import PersonFor
from django.test import Client
from towns import TOWNS

from moothall_web.jobs.models import Job
from moothall_web.jobs.tasks import run_job

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]


def test_all_papers_are_made_for_whoever_asked(person_for: PersonFor):
    client = Client()
    client.force_login(person_for("ashby"))

    asked = client.post(f"/programmes/{TOWNS}/papers/", {"as_at": "2026-05-01"})
    assert asked.status_code == 302
    assert asked["Location"] == "/jobs/"
    job = Job.objects.get()
    run_job.call(job.pk)

    archive = ZipFile(BytesIO(client.get(f"/jobs/{job.pk}/result").content))
    names = archive.namelist()
    assert "archive/ashby.html" in names
    assert {name.rpartition(".")[2] for name in names} == {"html", "docx", "pdf"}
    assert archive.read("archive/ashby.pdf").startswith(b"%PDF-")
    job.refresh_from_db()
    assert (job.state, job.done) == ("done", job.of)
    assert f"{len(names) // 3} documents in 3 editions." in job.outcome


def test_a_programme_that_is_not_theirs_is_not_there(person_for: PersonFor):
    client = Client()
    client.force_login(person_for("elsewhere"))

    assert client.post(f"/programmes/{TOWNS}/papers/").status_code == 404
    assert not Job.objects.exists()
