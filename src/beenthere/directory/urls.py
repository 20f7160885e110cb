from django.urls import path

from beenthere.directory.views import happened, keeping, organisations, ours, services

app_name = "directory"
urlpatterns = [
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/<slug:slug>/", organisations.organisation, name="organisation"),
    path("services/", services.services, name="services"),
    path("services/ours/", ours.ours, name="ours"),
    path("services/ours/new/<slug:slug>/", ours.new, name="own-new"),
    path("services/ours/<slug:slug>/", ours.edit, name="own-edit"),
    path("services/ours/<slug:slug>/confirm/", ours.confirm, name="own-confirm"),
    path("services/still-right/<slug:code>/", keeping.still_right, name="still-right"),
    path("services/due/", keeping.due, name="due"),
    path("services/due/<slug:slug>/", keeping.asking, name="asking"),
    path("services/due/<slug:slug>/ask/", keeping.ask, name="ask"),
    path("services/due/<slug:slug>/decide/", keeping.decide, name="decide"),
    path("services/<slug:slug>/what-happened/", happened.what_happened, name="what-happened"),
    path("services/<slug:slug>/letter/", happened.letter, name="letter"),
    path("services/<slug:slug>/", services.service, name="service"),
    path("help-now/", organisations.help_now, name="help-now"),
]
