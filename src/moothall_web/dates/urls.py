"""The sums with dates."""

from django.urls import path

from moothall_web.dates import views

app_name = "dates"
urlpatterns = [
    path("dates/", views.questions, name="questions"),
    path("dates/<str:name>/", views.question, name="question"),
]
