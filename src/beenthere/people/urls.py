from django.urls import URLPattern, URLResolver, path

from beenthere.people import views

app_name = "people"
urlpatterns: list[URLPattern | URLResolver] = [
    path("join/", views.join, name="join"),
    path("join/card/", views.card, name="card"),
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-in/card/", views.recover, name="recover"),
    path("sign-in/trusted/", views.begin_return, name="begin-return"),
    path("sign-in/trusted/finish/", views.finish_return, name="finish-return"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("me/account/", views.account, name="account"),
    path("me/account/passphrase/", views.passphrase, name="passphrase"),
    path("me/account/card/", views.new_card, name="new-card"),
    path("me/trusted/", views.trusted, name="trusted"),
    path("me/trusted/ask/", views.ask_trusted, name="ask-trusted"),
    path("me/trusted/code/", views.trust_code, name="trust-code"),
    path("me/trusted/code/yes/", views.trust_yes, name="trust-yes"),
    path("me/trusted/stop/", views.stop_returns, name="stop-returns"),
    path("me/trusted/<uuid:trusted_id>/end/", views.stop_trusting, name="stop-trusting"),
    path("me/devices/", views.devices, name="devices"),
    path("me/devices/others/end/", views.end_other_devices, name="end-other-devices"),
    path("me/devices/<uuid:device_id>/end/", views.end_device, name="end-device"),
    path("me/letters/", views.letters, name="letters"),
    path("me/letters/<uuid:letter_id>/away/", views.put_away, name="put-away"),
    path("me/sharing/", views.sharing, name="sharing"),
    path("me/sharing/stop-all/", views.stop_all, name="stop-all"),
    path("me/sharing/<uuid:grant_id>/stop/", views.stop, name="stop"),
    path("me/sharing/blocked/<uuid:block_id>/", views.unblock, name="unblock"),
    path("me/download/", views.download, name="download"),
    path("me/erase/", views.erase, name="erase"),
    path("erased/", views.erased, name="erased"),
]
