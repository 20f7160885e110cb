"""Components: what they say, and what they must never tell."""

from types import SimpleNamespace

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Engine
from django.template.loader import get_template
from django.test import RequestFactory
from django.utils import translation

from beenthere.core import slots
from beenthere.core.forms import DayField, sentences_of
from beenthere.core.templatetags import ui


class Words(forms.Form):
    name = forms.CharField(label="A name", max_length=5, help_text="Any name.")
    day = DayField(label="A day", required=False)
    hours = forms.IntegerField(label="Hours", min_value=0, max_value=168, required=False)
    way = forms.ChoiceField(label="How", choices=[("phone", "by phone")], widget=forms.RadioSelect)
    agree = forms.BooleanField(label="I agree")

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        if name == "Nope":
            raise forms.ValidationError("Another name, please.")
        return name


def errors(**data: str) -> dict[str, list[str]]:
    form = Words(data)
    form.is_valid()
    return {bound.name: sentences_of(bound) for bound in form if sentences_of(bound)}


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", "", "Please write something here."),
        ("name", "Too long", "This is 3 letters too long. Please shorten it a little."),
        ("name", "Nope", "Another name, please."),
        ("day", "soon", "Please write a day like 2027-03-01 (year, month, day)."),
        ("hours", "many", "Please write a number, in digits."),
        ("hours", "999", "Please write a number up to 168."),
        ("hours", "-1", "Please write a number from 0 up."),
        ("way", "pigeon", "Please choose one of the answers shown here."),
        ("way", "", "Please choose an answer."),
        ("agree", "", "Please tick this to go on."),
    ],
)
def test_errors_say_what_to_do(field: str, typed: str, sentence: str) -> None:
    with translation.override("en"):
        assert errors(**{field: typed})[field] == [sentence]


def test_errors_speak_french() -> None:
    with translation.override("fr"):
        assert errors(name="")["name"] == ["Veuillez écrire quelque chose ici."]


def test_an_error_stands_at_its_field_and_in_the_summary_and_nothing_typed_is_lost() -> None:
    with translation.override("en"):
        html = str(Words({"name": "Too long", "way": "phone"}))
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_error"' in html
    assert 'href="#id_name"' in html
    assert 'value="Too long"' in html
    assert "maxlength" not in html  # a browser would silently cut what is pasted


def test_radios_are_a_group_with_a_name() -> None:
    html = str(Words())
    assert "<legend>How</legend>" in html


def render(source: str, **context: object) -> str:
    return str(Engine.get_default().from_string(source).render(Context(context)))


def test_foreign_text_is_marked_only_where_it_is_foreign() -> None:
    with translation.override("en"):
        shown = render('{% foreign "Pair aidant" "fr" %}')
        assert '<span lang="fr">Pair aidant</span>' in shown
        assert "in French" in shown
        assert render('{% foreign text "en" %}', text="Peer <b>") == "Peer &lt;b&gt;"
        assert "<b>" not in render('{% foreign text "fr" %}', text="Pair <b>")


def test_a_slot_knows_the_page_and_not_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(slots._fillings, "test.slot", ["ui/tag.html"])
    assert ">a thing<" in render('{% slot "test.slot" %}', label="a thing")
    with pytest.raises(AssertionError, match="label"):
        render('{% slot "test.slot" %}', user=SimpleNamespace(is_authenticated=True))
    assert {"user", "request", "page"} <= ui._OF_THE_PERSON


@pytest.mark.django_db
def test_a_heading_repeats_the_title(rf: RequestFactory) -> None:
    request = rf.get("/en/promises/")
    request.user = AnonymousUser()
    with translation.override("en"):
        html = get_template("home/promises.html").render({"promises": []}, request)
    assert "<title>Our promises · Been There</title>" in html
    assert "<h1>Our promises</h1>" in html


def test_small_filters() -> None:
    assert ui.letter("éloïse") == "É"
    assert ui.letter(" ") == "·"
    assert ui.site("https://www.example.org/page") == "example.org"
    assert list(ui.upto(3)) == [1, 2, 3]


@pytest.mark.parametrize(
    ("size", "english", "french"), [(1, "1 kB", "1 ko"), (39_600, "40 kB", "40 ko"), (2_140_000, "2.1 MB", "2,1 Mo")]
)
def test_a_file_is_as_large_as_phones_tell_it(size: int, english: str, french: str) -> None:
    with translation.override("en"):
        assert ui.weight(size) == english
    with translation.override("fr"):
        assert ui.weight(size).replace("\u00a0", " ") == french
