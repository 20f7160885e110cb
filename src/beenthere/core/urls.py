from django.urls import path

from beenthere.core import views

app_name = "core"
urlpatterns = [
    path("", views.door, name="door"),
    path("healthz", views.healthz, name="healthz"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("data/openapi.json", views.openapi, name="openapi"),
    path("ui/", views.gallery, name="gallery"),
]
