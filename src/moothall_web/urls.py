"""Every address of the site."""

from django.urls import include, path

from moothall_web.health import health

urlpatterns = [
    path("health", health, name="health"),
    path("", include("moothall_web.people.urls")),
    path("", include("moothall_web.facts.urls")),
    path("", include("moothall_web.desk.urls")),
    path("", include("moothall_web.cases.urls")),
    path("", include("moothall_web.notices.urls")),
    path("", include("moothall_web.routes.urls")),
    path("", include("moothall_web.books.urls")),
    path("", include("moothall_web.dates.urls")),
    path("", include("moothall_web.proofreading.urls")),
    path("", include("moothall_web.calendars.urls")),
    path("", include("moothall_web.money.urls")),
]
