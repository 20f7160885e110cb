from django.urls import URLPattern, URLResolver, path

from beenthere.reports import views

app_name = "reports"
urlpatterns: list[URLPattern | URLResolver] = [
    path("count-me/", views.count_me, name="count-me"),
    path("count-me/<slug:slug>/stop/", views.stop_counting, name="stop-counting"),
    path("mirror/<slug:slug>/", views.mirror, name="mirror"),
]
