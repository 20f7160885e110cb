from django.urls import path

from beenthere.training.views import committee, cover, exporting, keeping

app_name = "research"
urlpatterns = [
    path("", committee.start, name="start"),
    path("cover/", cover.covers, name="covers"),
    path("training/<slug:slug>/cover/", cover.cover, name="cover"),
    path("training/<slug:slug>/cover/<int:cover_id>/end/", cover.end, name="cover-end"),
    path("export.xlsx", exporting.workbook, name="export"),
    path("proposals/<uuid:proposal_id>/", committee.proposal, name="proposal"),
    path("proposals/<uuid:proposal_id>/mend/", committee.mend, name="mend"),
    path("proposals/<uuid:proposal_id>/aside/", committee.aside, name="aside"),
    path("add/", committee.add, name="add"),
    path("due/", keeping.due, name="due"),
    path("training/<slug:slug>/", keeping.history, name="history"),
    path("training/<slug:slug>/change/", committee.change, name="change"),
    path("training/<slug:slug>/confirm/", committee.confirm, name="confirm"),
    path("training/<slug:slug>/back/<int:number>/<slug:fact>/", keeping.go_back, name="go-back"),
    path("training/<slug:slug>/upkeep/", keeping.upkeep, name="upkeep"),
    path("training/<slug:slug>/ask/", keeping.ask, name="ask"),
    path("training/<slug:slug>/sent/", keeping.sent, name="sent"),
    path("training/<slug:slug>/keeper/", keeping.keeper, name="keeper"),
]
