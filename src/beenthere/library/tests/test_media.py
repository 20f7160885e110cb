"""A story's picture and sound: sealed, seen by two readers, public with the story and gone with it."""

from collections.abc import Callable
from contextlib import AbstractContextManager as ContextManager
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from beenthere.core.access import NotAllowed
from beenthere.core.media.tests.make import HIDDEN, jpeg, mp3
from beenthere.library import actions
from beenthere.library.models import PIECE, CardFile, CardPiece, Reading, Writing, WrittenFile, WrittenPiece
from beenthere.library.tests.make import house_of_readers, illustrated_story, public_story, story
from beenthere.people.actions import erase
from beenthere.people.download import packed
from beenthere.people.tests.make import person, signed_in

pytestmark = pytest.mark.django_db


def given(writing: Writing, what: str, data: bytes, words: str = "A teal square") -> dict[str, object]:
    """What a browser sends."""
    return {"file": SimpleUploadedFile("me.jpg", data, "image/jpeg"), "words": words}


def address(writing: Writing, what: str) -> str:
    return reverse("library:illustrate", args=[writing.pk, what])


def test_a_picture_is_kept_sealed_and_without_what_the_phone_hid_in_it() -> None:
    writing = story(person())
    signed_in(writing.person).post(address(writing, "picture"), given(writing, "picture", jpeg()))
    raw = b"".join(bytes(each) for each in WrittenPiece.objects.values_list("content", flat=True))
    assert b"WEBP" not in raw
    opened = WrittenFile.objects.get(of="large").read(0, 10_000)
    assert opened[8:12] == b"WEBP"
    assert HIDDEN not in opened


def test_a_page_in_disguise_is_told_in_plain_words_and_what_was_typed_stays() -> None:
    writing = story(person())
    told = given(writing, "picture", b"<html><script>alert(1)</script></html>", "My words stay")
    answer = signed_in(writing.person).post(address(writing, "picture"), told)
    assert answer.status_code == 422
    assert "A picture as JPEG, PNG or WebP, up to 10 MB." in answer.content.decode()
    assert "My words stay" in answer.content.decode()
    assert not WrittenFile.objects.exists()


def test_a_file_that_is_too_large_is_told_in_plain_words() -> None:
    writing = story(person())
    told = given(writing, "sound", mp3() + bytes(10 * 1024 * 1024), "What I say")
    answer = signed_in(writing.person).post(address(writing, "sound"), told)
    assert "This file is too large: we take up to 10 MB." in answer.content.decode()
    assert "What I say" in answer.content.decode()


def test_neither_is_kept_without_words() -> None:
    writing = story(person())
    told = given(writing, "picture", jpeg(), "")
    assert signed_in(writing.person).post(address(writing, "picture"), told).status_code == 422
    assert not WrittenFile.objects.exists()


def test_only_its_writer_has_it_before_it_is_sent() -> None:
    writing = illustrated_story(person())
    picture = reverse("library:own-file", args=[writing.pk, "small"])
    assert signed_in(writing.person).get(picture).headers["Content-Type"] == "image/webp"
    assert signed_in(person("Dana")).get(picture).status_code == 404


def test_readers_see_and_hear_it_and_nobody_else_does() -> None:
    _house, (farah, _emile) = house_of_readers("Farah", "Émile")
    writing = illustrated_story(person())
    actions.send(by=writing.person, writing=writing)
    reading = Reading.objects.get(writing=writing, reader=farah)
    page = signed_in(farah).get(reverse("library:reading", args=[reading.pk])).content.decode()
    sound = reverse("library:reading-file", args=[reading.pk, "sound"])
    assert sound in page
    assert signed_in(farah).get(sound).headers["Content-Type"] == "audio/mpeg"
    assert signed_in(person("Dana")).get(sound).status_code == 404


def test_public_it_is_shown_with_its_words_and_played_in_parts(client: Client) -> None:
    card = public_story(person())
    page = client.get(card.get_absolute_url()).content.decode()
    assert 'alt="A teal square"' in page
    assert 'preload="none"' in page
    sound = client.get(reverse("library:file", args=[card.slug, "sound"]), headers={"range": "bytes=0-1"})
    assert (sound.status_code, sound.content) == (206, b"\xff\xfb")
    assert sound.headers["Content-Range"] == f"bytes 0-1/{CardFile.objects.get(of='sound').size}"
    assert sound.headers["X-Content-Type-Options"] == "nosniff"
    assert "media-src 'self'" in sound.headers["Content-Security-Policy"]


def test_a_long_sound_is_read_over_its_pieces(client: Client) -> None:
    card = public_story(person(), frames=400)
    whole = client.get(reverse("library:file", args=[card.slug, "sound"])).content
    asked = {"range": f"bytes={PIECE - 2}-{PIECE + 1}"}
    part = client.get(reverse("library:file", args=[card.slug, "sound"]), headers=asked)
    assert len(whole) == 400 * 417
    assert part.content == whole[PIECE - 2 : PIECE + 2]


def test_a_browser_that_has_it_asks_whether_it_is_still_there(client: Client) -> None:
    amara = person()
    card = public_story(amara)
    address = reverse("library:file", args=[card.slug, "small"])
    first = client.get(address)
    asks = {"if-none-match": first.headers["ETag"]}
    assert "no-cache" in first.headers["Cache-Control"]
    assert client.get(address, headers=asks).status_code == 304
    actions.take_back(by=amara, writing=Writing.objects.get(person=amara))
    assert client.get(address, headers=asks).status_code == 404


def test_taken_back_it_is_gone_at_once(client: Client) -> None:
    amara = person()
    card = public_story(amara)
    actions.take_back(by=amara, writing=Writing.objects.get(person=amara))
    for of in ("tiny", "small", "large", "sound"):
        assert client.get(reverse("library:file", args=[card.slug, of])).status_code == 404
    assert not CardPiece.objects.exists()
    assert WrittenFile.objects.count() == 4


def test_erased_with_the_person(django_capture_on_commit_callbacks: Callable[..., ContextManager[object]]) -> None:
    amara = person()
    public_story(amara)
    with django_capture_on_commit_callbacks(execute=True):
        erase(by=amara)
    assert not CardPiece.objects.exists()
    assert not WrittenPiece.objects.exists()


def test_whoever_gave_it_finds_it_in_their_download() -> None:
    writing = illustrated_story(person())
    with ZipFile(BytesIO(packed(writing.person))) as file:
        sounds = [name for name in file.namelist() if name.endswith(".mp3")]
        assert file.read(sounds[0])[:2] == b"\xff\xfb"
        assert b"A teal square" in file.read("data.json")


def test_whoever_wants_words_only_gets_them_until_they_ask(client: Client) -> None:
    card = public_story(person())
    picture = reverse("library:file", args=[card.slug, "tiny"])
    assert picture in client.get(reverse("library:list")).content.decode()
    saving = client.get(reverse("library:list"), headers={"save-data": "on"})
    assert picture not in saving.content.decode()
    assert "Save-Data" in saving.headers["Vary"]


def test_whoever_wishes_words_only_gets_a_link_and_the_words() -> None:
    card, dana = public_story(person()), person("Dana")
    signed_in(dana).post(reverse("library:wishes"), {"words_only": "on"})
    page = signed_in(dana).get(card.get_absolute_url()).content.decode()
    assert "<img" not in page
    assert "A teal square" in page
    assert reverse("library:file", args=[card.slug, "small"]) in page


def test_a_reader_tells_in_the_other_language_what_is_to_be_seen(client: Client) -> None:
    card = public_story(person())
    farah = Reading.objects.filter(writing__person__isnull=False).earliest("pk").reader
    told = {"title": "La porte verte", "story": "Elle était verte", "picture": "Un carré", "sound": "Je dis le vert"}
    signed_in(farah).post(reverse("library:translate", args=[card.slug]), told)
    page = client.get(f"/fr/library/{card.slug}/").content.decode()
    assert 'alt="Un carré"' in page
    assert "Je dis le vert" in page


def test_what_has_a_content_note_shows_no_picture_in_a_list(client: Client) -> None:
    card = public_story(person(), notes=["loss"])
    assert reverse("library:file", args=[card.slug, "tiny"]) not in client.get(reverse("library:list")).content.decode()


def test_wording_the_story_anew_keeps_picture_and_words() -> None:
    writing = illustrated_story(person())
    actions.change(by=writing.person, writing=writing, language="en", words={"title": "Another name", "story": "It"})
    again = Writing.objects.get()
    assert again.words["picture"] == "A teal square"
    assert again.title == "Another name"


def test_while_it_is_public_nothing_of_it_changes() -> None:
    amara = person()
    public_story(amara)
    with pytest.raises(NotAllowed):
        actions.leave_out(by=amara, writing=Writing.objects.get(), what="picture")


def test_taken_away_it_goes_with_its_words() -> None:
    writing = illustrated_story(person())
    signed_in(writing.person).post(reverse("library:leave-out", args=[writing.pk, "sound"]))
    assert set(WrittenFile.objects.values_list("of", flat=True)) == {"tiny", "small", "large"}
    assert "sound" not in Writing.objects.get().words
