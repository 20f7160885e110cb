"""How much may be sent: no field without a length, no file, no endless form."""

import pytest
from django import forms
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.forms import BaseForm
from django.urls import get_resolver, reverse

from beenthere.core import sealed
from beenthere.core.privacy import declared_models
from beenthere.home.tests.test_promises import forms_below
from beenthere.people.models import Person
from beenthere.people.tests import make
from beenthere.plans.actions import set_dream
from beenthere.plans.reads import plan_of

pytestmark = pytest.mark.sqlite_only
LONGEST_FIELD = 8000  # as long as a story may be
# Fields whose length is held in another way, each with how.
HELD_OTHERWISE = {
    "q": "core/search.py reads the first letters only",
    "new_own": "ten lines, each as short as a word of one’s own may be",
    **dict.fromkeys(("hours", "work_hours", "course_hours", "pay", "cost", "support"), "read as a number"),
    **dict.fromkeys(("money_in", "money_out", "earned_this_year", "prior_week"), "read as a number"),
}


def text_fields() -> dict[str, forms.Field]:
    """Every field of every form of ours into which text can be typed."""
    assert get_resolver().url_patterns  # every screen, and so every form, is loaded now
    ours = [form for form in forms_below(BaseForm) if form.__module__.startswith("beenthere.")]
    return {
        f"{form.__name__}.{name}": field
        for form in ours
        for name, field in getattr(form, "base_fields", {}).items()
        if isinstance(field, forms.CharField) and not isinstance(field, forms.UUIDField)
        if not isinstance(field.widget, forms.HiddenInput) and name not in HELD_OTHERWISE
    }


def without_a_length(fields: dict[str, forms.Field]) -> list[str]:
    return [name for name, field in fields.items() if not 0 < (getattr(field, "max_length", 0) or 0) <= LONGEST_FIELD]


def test_every_text_that_can_be_typed_has_a_longest_length() -> None:
    fields = text_fields()
    assert len(fields) > 15
    assert without_a_length(fields) == []


def test_every_plain_text_column_has_a_longest_length() -> None:
    plain = [(model, field) for model in declared_models() for field in model._meta.concrete_fields]
    texts = [(model.__name__, f.name) for model, f in plain if type(f) is models.CharField and not f.max_length]
    assert texts == []


@pytest.mark.django_db
def test_not_even_an_action_seals_more_than_a_request_may_carry() -> None:
    amara = make.person()
    with pytest.raises(ValueError, match="longer than any form"):
        set_dream(by=amara, plan=plan_of(amara), dream="a" * (sealed.LONGEST + 1))
    assert plan_of(Person.objects.get()).dream is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"dream": "a" * 300_000}, "too long for a request"),
        ({f"field-{number}": "x" for number in range(400)}, "too many fields"),
        ({"dream": "x", "file": SimpleUploadedFile("photo.jpg", b"\xff\xd8" * 2000)}, "a file"),
        ({"dream": SimpleUploadedFile("dream.html", b"<script>")}, "a file in place of words"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_no_form_of_ours_sends_is_refused_in_a_plain_sentence(typed: dict[str, object], words: str) -> None:
    amara = make.person()
    page = make.signed_in(amara).post(reverse("plans:dream"), typed)
    assert page.status_code == 400
    assert "longer than a form here can hold" in page.content.decode()
    assert plan_of(amara).dream is None


@pytest.mark.django_db
def test_a_part_that_claims_to_be_a_file_is_refused_before_it_is_read() -> None:
    body = (
        b'--x\r\nContent-Disposition: form-data; name="dream"; filename="a"\r\n\r\n' + b"a" * 900_000 + b"\r\n--x--\r\n"
    )
    page = make.signed_in(make.person()).post(
        reverse("plans:dream"), body, content_type="multipart/form-data; boundary=x"
    )
    assert page.status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "text/xml", "application/octet-stream"])
def test_only_forms_are_read(content_type: str) -> None:
    amara = make.person()
    make.signed_in(amara).post(reverse("plans:dream"), b'{"dream": "Data"}', content_type=content_type)
    assert plan_of(amara).dream is None


@pytest.mark.django_db
def test_a_field_that_no_form_has_changes_nothing() -> None:
    amara, other = make.person(), make.person("Dana")
    told = {"name": "Amara", "language": "en", "province": "ON", "time_zone": "America/Toronto"}
    more = {"id": str(other.pk), "password": "x", "sign_in_token": "x", "is_staff": "on", "joined_at": "2000-01-01"}
    before = Person.objects.filter(pk=amara.pk).values("id", "password", "sign_in_token", "joined_at").get()
    assert make.signed_in(amara).post(reverse("people:account"), told | more).status_code == 302
    assert Person.objects.filter(pk=amara.pk).values("id", "password", "sign_in_token", "joined_at").get() == before


@pytest.mark.django_db
def test_a_parameter_sent_twice_is_never_two_answers() -> None:
    amara = make.person()
    page = make.signed_in(amara).post(
        reverse("plans:dream"), b"dream=first&dream=second", content_type="application/x-www-form-urlencoded"
    )
    assert page.status_code == 302
    assert plan_of(amara).dream == "second"


def test_it_bites_where_a_field_has_no_length() -> None:
    class Endless(forms.Form):
        words = forms.CharField()

    assert without_a_length({"Endless.words": Endless.base_fields["words"]}) == ["Endless.words"]
    assert settings.DATA_UPLOAD_MAX_NUMBER_FILES == 1
