"""The joint route of a proposal."""

from django.urls import path

from moothall_web.routes import views

app_name = "routes"
_ROUTE = "programmes/<str:code>/proposals/<str:proposal>/route/"
urlpatterns = [
    path(_ROUTE, views.route, name="route"),
    path(f"{_ROUTE}ways/", views.ways, name="ways"),
    path(f"{_ROUTE}move/<str:step>/", views.move, name="move"),
    path(f"{_ROUTE}usual-steps/<str:authority>/", views.usual_steps, name="usual"),
]
