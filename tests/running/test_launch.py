"""What must stand before the settings are read: secrets, folders, an address nobody can listen in on."""

import base64
import os
import stat
from pathlib import Path

import pytest

from beenthere.config import launch


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ["DEMO", "URL", "SECRET_KEY", "MASTER_KEY", "DATABASE_URL", "KEYS_DATABASE_URL"]:
        monkeypatch.setenv(f"BEENTHERE_{name}", "")
        monkeypatch.delenv(f"BEENTHERE_{name}")
    monkeypatch.setenv("BEENTHERE_DATA_FOLDER", str(tmp_path / "data"))
    monkeypatch.setenv("BEENTHERE_CONFIG_FOLDER", str(tmp_path / "config"))


def test_serving_makes_secrets_once_for_their_owner_alone(tmp_path: Path) -> None:
    launch.prepare(["serve"])
    key = (tmp_path / "config/master.key").read_text()
    launch.prepare(["serve"])
    assert (tmp_path / "config/master.key").read_text() == key
    assert len(base64.b64decode(key)) == 32
    assert stat.S_IMODE((tmp_path / "config/master.key").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "config").stat().st_mode) == 0o700


def test_the_card_to_print_holds_the_master_key(tmp_path: Path) -> None:
    launch.prepare(["serve"])
    card = tmp_path / "config/card.txt"
    assert (tmp_path / "config/master.key").read_text().strip() in card.read_text("utf-8")
    assert stat.S_IMODE(card.stat().st_mode) == 0o600


@pytest.mark.parametrize("address", ["http://192.168.1.20:8000", "http://support.example.org", "ftp://x"])
def test_plain_http_for_others_is_refused(address: str) -> None:
    with pytest.raises(SystemExit, match="not https"):
        launch.prepare(["serve", "--url", address])


def test_plain_http_for_others_is_refused_from_the_environment_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEENTHERE_URL", "http://192.168.1.20:8000")
    with pytest.raises(SystemExit, match="not https"):
        launch.prepare(["serve"])


def test_what_was_typed_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEENTHERE_URL", "https://older.example.org")
    launch.prepare(["serve", "--url", "https://support.example.org"])
    assert os.environ["BEENTHERE_URL"] == "https://support.example.org"


def test_https_behind_a_proxy_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    launch.prepare(["serve", "--url", "https://support.example.org"])
    assert os.environ["BEENTHERE_URL"] == "https://support.example.org"


def test_old_keys_without_their_master_key_stop_the_start(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/keys.sqlite3").touch()
    with pytest.raises(SystemExit, match="no master key"):
        launch.prepare(["serve"])
    assert not (tmp_path / "config/master.key").exists()


def test_the_demo_never_touches_the_real_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEENTHERE_DATABASE_URL", "postgresql://real/real")
    launch.prepare(["demo", "--port", "8123"])
    environment = os.environ
    assert environment["BEENTHERE_DATA_FOLDER"] == str(tmp_path / "data/demo")
    assert environment["BEENTHERE_CONFIG_FOLDER"] == str(tmp_path / "data/demo/config")
    assert environment["BEENTHERE_URL"] == "http://127.0.0.1:8123"
    assert "BEENTHERE_DATABASE_URL" not in environment
    assert not (tmp_path / "config").exists()


def test_other_commands_make_nothing(tmp_path: Path) -> None:
    launch.prepare(["check"])
    assert not (tmp_path / "config").exists()
    assert not (tmp_path / "data").exists()
