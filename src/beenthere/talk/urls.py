from django.urls import URLPattern, URLResolver, path

from beenthere.talk.views import concerns, messages

app_name = "talk"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", messages.people, name="list"),
    path("<uuid:person_id>/", messages.with_person, name="with"),
    path("kept/<uuid:thread_id>/", messages.kept, name="kept"),
    path("read/<uuid:message_id>/", messages.mark_read, name="mark-read"),
    path("concerns/", concerns.concerns, name="concerns"),
    path("concerns/about/<uuid:person_id>/", concerns.tell, name="tell-concern"),
    path("concerns/<uuid:concern_id>/", concerns.concern, name="concern"),
    path("concerns/<uuid:concern_id>/take/", concerns.take, name="concern-take"),
    path("concerns/<uuid:concern_id>/decide/", concerns.decide, name="concern-decide"),
    path("concerns/<uuid:concern_id>/safe/", concerns.safe, name="concern-safe"),
    path("concerns/<uuid:concern_id>/send-on/", concerns.send_on, name="concern-send-on"),
    path("concerns/<uuid:concern_id>/withdraw/", concerns.withdraw, name="concern-withdraw"),
]
