from django.urls import path

from beenthere.training.views import committee, cover, exporting

app_name = "research"
urlpatterns = [
    path("", committee.start, name="start"),
    path("cover/", cover.covers, name="covers"),
    path("training/<slug:slug>/cover/", cover.cover, name="cover"),
    path("training/<slug:slug>/cover/<int:cover_id>/end/", cover.end, name="cover-end"),
    path("export.xlsx", exporting.workbook, name="export"),
]
