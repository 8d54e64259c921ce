"""Bringing a calendar in, and the addresses of feeds."""

from django.urls import path

from moothall_web.calendars import feed_views, views

app_name = "calendars"
urlpatterns = [
    path("programmes/<str:code>/calendars/", views.bring_in, name="bring_in"),
    path("programmes/<str:code>/calendars/read/", views.reading, name="reading"),
    path("calendars/", feed_views.feeds, name="feeds"),
    path("calendars/<int:feed>/close/", feed_views.close, name="close"),
    path("calendar-feeds/<str:token>.ics", feed_views.feed, name="feed"),
]
