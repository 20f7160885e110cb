from django.urls import URLPattern, URLResolver, path

from beenthere.matching.views import answering, asking, caring, names, offering, walking

app_name = "matching"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", asking.mine, name="mine"),
    path("ask/", asking.ask, name="ask"),
    path("<uuid:pk>/", asking.suggestions, name="suggestions"),
    path("<uuid:pk>/choose/", asking.choose, name="choose"),
    path("<uuid:pk>/look-again/", asking.look_again, name="look-again"),
    path("<uuid:pk>/change/", asking.change, name="change"),
    path("<uuid:pk>/choose-again/", asking.choose_again, name="choose-again"),
    path("<uuid:pk>/tell-nobody/", asking.stop_telling, name="stop-telling"),
    path("<uuid:pk>/withdraw/", asking.withdraw, name="withdraw"),
    path("question/<uuid:pk>/", asking.reply, name="reply"),
    path("offer/", offering.offer, name="offer"),
    path("offer/<uuid:pk>/has/", offering.has, name="has"),
    path("offer/pause/", offering.pause, name="pause"),
    path("offer/resume/", offering.resume, name="resume"),
    path("asks/", answering.asks, name="asks"),
    path("asks/<uuid:pk>/", answering.answer, name="answer"),
    path("asks/<uuid:pk>/yes/", answering.accept, name="accept"),
    path("asks/<uuid:pk>/question/", answering.question, name="question"),
    path("asks/<uuid:pk>/pass/", answering.pass_on, name="pass"),
    path("asks/<uuid:pk>/apart/", walking.apart_from_asker, name="apart-from-asker"),
    path("people/<uuid:pk>/apart/", walking.apart_from_supporter, name="apart-from-supporter"),
    path("with/<uuid:pk>/", walking.match, name="match"),
    path("names/", names.names, name="names"),
    path("names/<uuid:name_id>/near/", names.name_near, name="name-near"),
    path("thanks/", caring.thanks, name="thanks"),
    path("with/<uuid:pk>/thanks/", caring.say_thanks, name="say-thanks"),
    path("with/<uuid:pk>/heavy/", caring.heavy, name="heavy"),
    path("with/<uuid:pk>/goodbye/", walking.goodbye, name="goodbye"),
    path("with/<uuid:pk>/again/", walking.ask_again, name="ask-again"),
    path("with/<uuid:pk>/end/", walking.end, name="end"),
    path("with/<uuid:pk>/apart/", walking.apart_from_match, name="apart"),
]
