"""The programmes, their facts, and the documents behind them."""

from django.urls import path

from moothall_web.facts import views

app_name = "facts"
FACTS = "programmes/<str:code>/facts/"
FACT = f"{FACTS}<str:kind>/<str:key>/"
urlpatterns = [
    path("", views.programmes, name="programmes"),
    path("programmes/<str:code>/documents/", views.documents, name="documents"),
    path("programmes/<str:code>/search/", views.search, name="search"),
    path(FACTS, views.kinds, name="kinds"),
    path(f"{FACTS}<str:kind>/", views.kind, name="kind"),
    path(f"{FACTS}<str:kind>/add/", views.add, name="add"),
    path(FACT, views.fact, name="fact"),
    path(f"{FACT}change/", views.change, name="change"),
    path(f"{FACT}history/", views.history, name="history"),
    path(f"{FACT}share/", views.share, name="share"),
    path(f"{FACT}withdraw/", views.withdraw, name="withdraw"),
    path(f"{FACT}remove/", views.remove, name="remove"),
    path("programmes/<str:code>/events/<int:number>/undo/", views.undo, name="undo"),
    path("programmes/<str:code>/drafts/<str:kind>/<str:key>/", views.draft, name="draft"),
]
