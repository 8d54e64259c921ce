"""Every address of the site."""

from django.urls import include, path

from moothall_web.api.v1.urls import included
from moothall_web.health import health, metrics, ready

urlpatterns = [
    path("health", health, name="health"),
    path("health/ready", ready, name="ready"),
    path("metrics", metrics, name="metrics"),
    path("", include("moothall_web.people.urls")),
    path("", include("moothall_web.identity.urls")),
    path("", include("moothall_web.jobs.urls")),
    path("", include("moothall_web.facts.urls")),
    path("", include("moothall_web.desk.urls")),
    path("", include("moothall_web.cases.urls")),
    path("", include("moothall_web.notices.urls")),
    path("", include("moothall_web.routes.urls")),
    path("", include("moothall_web.books.urls")),
    path("", include("moothall_web.writing.urls")),
    path("", include("moothall_web.clearances.urls")),
    path("", include("moothall_web.twins.urls")),
    path("", include("moothall_web.questions.urls")),
    path("", include("moothall_web.decisions.urls")),
    path("", include("moothall_web.dates.urls")),
    path("", include("moothall_web.proofreading.urls")),
    path("", include("moothall_web.calendars.urls")),
    path("", include("moothall_web.money.urls")),
    path("", include("moothall_web.publication.urls")),
    path("", include("moothall_web.notifications.urls")),
    path("", include("moothall_web.api.urls")),
    path("", include("moothall_web.retention.urls")),
    path("", include("moothall_web.condition.urls")),
    path("api/v1/", included()),
]

handler400 = "moothall_web.outages.unreadable"
handler500 = "moothall_web.outages.failed"
