from django.urls import path

from beenthere.directory.views import happened, organisations, ours, services

app_name = "directory"
urlpatterns = [
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/<slug:slug>/", organisations.organisation, name="organisation"),
    path("services/", services.services, name="services"),
    path("services/ours/", ours.ours, name="ours"),
    path("services/ours/new/<slug:slug>/", ours.new, name="own-new"),
    path("services/ours/<slug:slug>/", ours.edit, name="own-edit"),
    path("services/ours/<slug:slug>/confirm/", ours.confirm, name="own-confirm"),
    path("services/<slug:slug>/what-happened/", happened.what_happened, name="what-happened"),
    path("services/<slug:slug>/letter/", happened.letter, name="letter"),
    path("services/<slug:slug>/", services.service, name="service"),
    path("help-now/", organisations.help_now, name="help-now"),
]
