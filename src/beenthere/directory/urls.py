from django.urls import path

from beenthere.directory.views import organisations

app_name = "directory"
urlpatterns = [
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/<slug:slug>/", organisations.organisation, name="organisation"),
    path("help-now/", organisations.help_now, name="help-now"),
]
