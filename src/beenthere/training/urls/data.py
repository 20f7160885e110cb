"""Addresses of the open data: those without a language are for programs, and the page explains them to people."""

from django.urls import path

from beenthere.training.views import data

app_name = "data"
urlpatterns = [
    path("data/", data.door, name="door"),
    path("data/training.csv", data.as_csv, name="csv"),
    path("data/training.json", data.as_json, name="json"),
    path("data/training/dictionary.json", data.fields, name="dictionary"),
    path("data/training/<str:uid>.json", data.one_record, name="record"),
    path("feeds/training.atom", data.changes, name="atom"),
]
pages = [path("", data.explained, name="page")]
