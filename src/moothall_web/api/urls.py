"""The pages about the API."""

from django.urls import path

from moothall_web.api import views

app_name = "api"
urlpatterns = [
    path("tokens/", views.tokens, name="tokens"),
    path("tokens/<int:token>/withdraw/", views.withdraw, name="withdraw"),
    path("webhooks/", views.webhooks, name="webhooks"),
    path("webhooks/<int:webhook>/close/", views.close, name="close"),
]
