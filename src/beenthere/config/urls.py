"""Every address. Screens live under /en/ and /fr/; files and machines read addresses without a language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from beenthere.training.urls.data import pages as pages_about_data

urlpatterns = [
    path("", include("beenthere.core.urls")),
    path("", include("beenthere.training.urls.data")),
    path("", include("beenthere.directory.urls_hsds")),
    *i18n_patterns(
        path("", include("beenthere.home.urls")),
        path("", include("beenthere.people.urls")),
        path("", include("beenthere.orgs.urls")),
        path("", include("beenthere.directory.urls")),
        path("data/", include((pages_about_data, "about-data"))),
        path("training/", include("beenthere.training.urls.public")),
        path("research/", include("beenthere.training.urls.research")),
        path("work/", include("beenthere.work.urls")),
        path("library/", include("beenthere.library.urls")),
        path("me/", include("beenthere.experience.urls")),
        path("talk/", include("beenthere.talk.urls")),
        path("plan/", include("beenthere.plans.urls")),
        path("matching/", include("beenthere.matching.urls")),
        path("meetings/", include("beenthere.meetings.urls")),
        path("reports/", include("beenthere.reports.urls")),
        path("desk/", include("beenthere.desk.urls")),
    ),
]
handler400 = "beenthere.home.views.bad_request"
handler404 = "beenthere.home.views.not_found"
handler500 = "beenthere.home.views.server_error"
