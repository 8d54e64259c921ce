"""Bringing money tables in, and workbooks out."""

from django.urls import path

from moothall_web.money import views

app_name = "money"
_MONEY = "programmes/<str:code>/money/"
urlpatterns = [
    path(f"{_MONEY}import/", views.bring_in, name="bring_in"),
    path(f"{_MONEY}import/read/", views.reading, name="reading"),
    path(f"{_MONEY}import/<int:number>/undo/", views.undo, name="undo"),
    path(
        "programmes/<str:code>/proposals/<str:proposal>/money.xlsx", views.workbook, name="workbook"
    ),
]
