from django.urls import path

from beenthere.training.views import committee, cover, duplicates, exporting, importing, keeping

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
    path("imports/", importing.imports, name="imports"),
    path("imports/new/", importing.bring, name="import-new"),
    path("imports/<uuid:import_id>/", importing.batch, name="import"),
    path("imports/<uuid:import_id>/columns/", importing.columns, name="import-columns"),
    path("imports/<uuid:import_id>/send/", importing.send, name="import-send"),
    path("imports/<uuid:import_id>/stop/", importing.stop, name="import-stop"),
    path("imports/<uuid:import_id>/publish/", importing.publish, name="import-publish"),
    path("imports/<uuid:import_id>/back/", importing.send_back, name="import-back"),
    path("duplicates/", duplicates.duplicates, name="duplicates"),
    path("duplicates/<int:pair_id>/", duplicates.pair, name="pair"),
    path("duplicates/<int:pair_id>/two/", duplicates.two, name="pair-two"),
    path("duplicates/<int:pair_id>/part/", duplicates.part, name="pair-part"),
]
