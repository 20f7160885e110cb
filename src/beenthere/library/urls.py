from django.urls import path

from beenthere.library.views import media, public, reading, writing

app_name = "library"
urlpatterns = [
    path("", public.cards, name="list"),
    path("surprise/", public.surprise, name="surprise"),
    path("wishes/", public.wishes, name="wishes"),
    path("mine/", writing.mine, name="mine"),
    path("write/<slug:kind>/", writing.write, name="write"),
    path("mine/<uuid:writing_id>/", writing.writing, name="writing"),
    path("mine/<uuid:writing_id>/send/", writing.send, name="send"),
    path("mine/<uuid:writing_id>/add/<slug:what>/", media.illustrate, name="illustrate"),
    path("mine/<uuid:writing_id>/add/<slug:what>/leave-out/", media.leave_out, name="leave-out"),
    path("mine/<uuid:writing_id>/file/<slug:of>/", media.own_file, name="own-file"),
    path("mine/<uuid:writing_id>/take-back/", writing.take_back, name="take-back"),
    path("mine/<uuid:writing_id>/remove/", writing.remove, name="remove"),
    path("reading/", reading.readings, name="readings"),
    path("reading/<uuid:reading_id>/", reading.reading, name="reading"),
    path("reading/<uuid:reading_id>/file/<slug:of>/", media.reading_file, name="reading-file"),
    path("reading/<uuid:reading_id>/pass/", reading.pass_on, name="pass"),
    path("<slug:slug>/", public.card, name="card"),
    path("<slug:slug>/file/<slug:of>/", media.file, name="file"),
    path("<slug:slug>/say/", public.say, name="say"),
    path("<slug:slug>/wrong/", public.wrong, name="wrong"),
    path("<slug:slug>/translate/", reading.translate, name="translate"),
    path("<slug:slug>/look/", reading.look, name="look"),
]
