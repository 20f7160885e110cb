from django.urls import URLPattern, URLResolver, path

from beenthere.talk import views

app_name = "talk"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.people, name="list"),
    path("<uuid:person_id>/", views.with_person, name="with"),
    path("kept/<uuid:thread_id>/", views.kept, name="kept"),
    path("read/<uuid:message_id>/", views.mark_read, name="mark-read"),
]
