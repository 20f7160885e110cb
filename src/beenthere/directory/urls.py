from django.urls import path

from beenthere.directory import views

app_name = "directory"
urlpatterns = [
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/<slug:slug>/", views.organisation, name="organisation"),
    path("help-now/", views.help_now, name="help-now"),
]
