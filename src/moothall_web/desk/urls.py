"""What waits for somebody, remarks and tasks."""

from django.urls import path

from moothall_web.desk import take_away_views, views

app_name = "desk"
urlpatterns = [
    path("desk/", views.desk, name="desk"),
    path("desk/mentions/<int:mention>/", views.put_aside, name="put_aside"),
    path("programmes/<str:code>/take-away/", take_away_views.take_away, name="take_away"),
    path("programmes/<str:code>/tasks/", views.tasks, name="tasks"),
    path("programmes/<str:code>/tasks/<int:task>/done/", views.finish, name="finish"),
    path(
        "programmes/<str:code>/facts/<str:kind>/<str:key>/remarks/", views.remarks, name="remarks"
    ),
]
