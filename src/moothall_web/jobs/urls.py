"""Jobs."""

from django.urls import path

from moothall_web.jobs import views

app_name = "jobs"
urlpatterns = [
    path("jobs/", views.jobs, name="jobs"),
    path("jobs/<int:number>/result", views.result, name="result"),
]
