from pathlib import Path
from uuid import uuid4

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from hypothesis import given
from hypothesis import strategies as st

from beenthere.core import keys
from beenthere.core.models import SealingKey

both = pytest.mark.both
KEY = AESGCM(bytes(range(32)))


@given(st.binary(), st.text())
def test_what_is_sealed_opens_again(plain: bytes, place: str) -> None:
    place = place.encode("utf-8", "ignore").decode()
    assert keys.decrypt(KEY, keys.encrypt(KEY, plain, place), place) == plain


@given(st.binary(min_size=1), st.integers(min_value=0))
def test_a_changed_byte_is_noticed(plain: bytes, position: int) -> None:
    sealed = bytearray(keys.encrypt(KEY, plain, "here"))
    sealed[position % len(sealed)] ^= 1
    with pytest.raises(InvalidTag):
        keys.decrypt(KEY, bytes(sealed), "here")


def test_text_moved_to_another_column_does_not_open() -> None:
    with pytest.raises(InvalidTag):
        keys.decrypt(KEY, keys.encrypt(KEY, b"dream", "plan.dream"), "plan.money")


def test_tokens_of_equal_words_are_equal_only_for_the_same_purpose() -> None:
    assert keys.token("school", purpose="a") == keys.token("school", purpose="a")
    assert keys.token("school", purpose="a") != keys.token("school", purpose="b")


@both
@pytest.mark.django_db(databases=["default", "keys"])
def test_a_key_lies_wrapped_and_is_made_once() -> None:
    owner = uuid4()
    keys.make_key(owner)
    first = bytes(SealingKey.objects.get(owner=owner).wrapped)
    keys.make_key(owner)
    assert bytes(SealingKey.objects.get(owner=owner).wrapped) == first
    assert len(first) > keys.KEY_BYTES + keys.NONCE_BYTES
    assert keys.key_of(owner)


@both
@pytest.mark.django_db(databases=["default", "keys"])
def test_a_destroyed_key_is_gone_even_where_it_was_held() -> None:
    owner = uuid4()
    keys.make_key(owner)
    with keys.held():
        assert keys.key_of(owner)
        keys.destroy_key(owner)
        assert keys.key_of(owner) is None


@pytest.mark.django_db(databases=["default", "keys"])
def test_many_keys_are_fetched_at_once(django_assert_num_queries: pytest.Item) -> None:
    owners = [uuid4() for _ in range(5)]
    for owner in owners:
        keys.make_key(owner)
    with keys.held():
        with django_assert_num_queries(1, using="keys"):  # type: ignore[operator]
            keys.load(owners)
        with django_assert_num_queries(0, using="keys"):  # type: ignore[operator]
            assert all(keys.key_of(owner) for owner in owners)


@pytest.mark.django_db(databases=["default", "keys"])
def test_a_wrong_master_key_is_told_and_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    owner = uuid4()
    keys.make_key(owner)
    monkeypatch.setattr(keys, "master_key", lambda: bytes(32))
    with pytest.raises(ImproperlyConfigured, match="does not fit"):
        keys.key_of(owner)


@pytest.mark.sqlite_only
@pytest.mark.django_db(transaction=True, databases=["default", "keys"])
def test_a_destroyed_key_lies_in_no_file_any_more() -> None:
    """Deleted is not gone: SQLite keeps old pages in its file and its journal unless it is told otherwise."""
    owner = uuid4()
    keys.make_key(owner)
    wrapped = bytes(SealingKey.objects.get(owner=owner).wrapped)
    file = Path(str(connections["keys"].settings_dict["NAME"]))
    files = [file, file.with_name(f"{file.name}-wal")]
    assert any(wrapped in each.read_bytes() for each in files if each.exists())
    keys.destroy_key(owner)
    assert not any(wrapped in each.read_bytes() for each in files if each.exists())
