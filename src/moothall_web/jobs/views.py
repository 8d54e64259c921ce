"""What runs in the background, and what came of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from moothall_web.jobs import queries
from moothall_web.people.sign_in import reader


@require_safe
def jobs(request: HttpRequest) -> HttpResponse:
    """What I have asked for and how far it is."""
    return render(request, "jobs/jobs.html", {"page": queries.jobs_page(reader(request))})


@require_safe
def result(request: HttpRequest, number: int) -> HttpResponse:
    """The file that came of a job."""
    found = queries.result_of(reader(request), number)
    if found is None:
        raise Http404
    return HttpResponse(
        bytes(found.content),
        content_type=found.media_type,
        headers={"Content-Disposition": f'attachment; filename="{found.name}"'},
    )
