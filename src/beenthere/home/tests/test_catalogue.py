"""The sentences are found where they stand, and a French that is not whole is named."""

from pathlib import Path

import pytest

from beenthere.home import catalogue, french
from beenthere.home.catalogue import Message, in_python, in_template, same_placeholders


def test_python_calls_are_found_with_plural_and_context() -> None:
    source = "_('One')\nngettext('%(n)s hour', '%(n)s hours', n)\ntranslation.pgettext_lazy('month', 'May')\nother('x')"
    assert [each.key for each in in_python(source, "a.py")] == [("", "One"), ("", "%(n)s hour"), ("month", "May")]


def test_a_translated_f_string_is_refused() -> None:
    with pytest.raises(ValueError, match="f-string"):
        list(in_python("_(f'Hello {name}')", "a.py"))


def test_template_tags_filters_and_arguments_are_found() -> None:
    source = """{% translate "One" %} {{ x|default:_("Two") }} {% include "a.html" with label=_("It’s three") %}
    {% blocktranslate trimmed count n=n %}
      One step, “{{ name }}”
    {% plural %}
      {{ n }} steps
    {% endblocktranslate %}"""
    found = list(in_template(source, "a.html"))
    assert {each.text for each in found} == {"One", "Two", "It’s three", "One step, “%(name)s”"}
    assert "%(n)s steps" in {each.plural for each in found}


def test_text_outside_tags_is_not_taken_for_a_sentence() -> None:
    assert list(in_template("<p>gettext('no')</p>{# translate 'no' #}", "a.html")) == []


@pytest.mark.parametrize(
    ("source", "translations", "same"),
    [
        (Message("Hello %(name)s"), ["Bonjour %(name)s"], True),
        (Message("Hello %(name)s"), ["Bonjour %(nom)s"], False),
        (Message("%(n)s day", "%(n)s days"), ["une journée", "%(n)s jours"], True),
        (Message("%(n)s day", "%(n)s days"), ["une journée", "des jours"], False),
        (Message("{place} or 100 %"), ["{place} ou 100 %"], True),
    ],
)
def test_placeholders_must_match(source: Message, translations: list[str], same: bool) -> None:
    assert same_placeholders(source, translations) is same


def test_every_way_of_not_being_whole_is_named(tmp_path: Path) -> None:
    file = tmp_path / "django.po"
    before = {each.key: each for each in [Message("Gone"), Message("Open"), Message("Hello %(name)s")]}
    french.write(french.catalogue_of(before, {("", "Gone"): ["Parti"], ("", "Hello %(name)s"): ["Bonjour"]}), file)
    after = {each.key: each for each in [Message("Open", place="a.py"), Message("Hello %(name)s")]}
    told = "\n".join(french.problems(after, file))
    assert "not in the source any more: 'Gone'" in told
    assert "no French: 'Open' (a.py)" in told
    assert "other placeholders in French: 'Hello %(name)s'" in told
    file.with_suffix(".mo").write_bytes(b"old")
    assert "out of date" in french.problems(after, file)[-1]


def test_a_whole_catalogue_has_no_problems_and_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "django.po"
    messages = {each.key: each for each in [Message("May", context="month"), Message("%(n)s day", "%(n)s days")]}
    words = {("month", "May"): ["mai"], ("", "%(n)s day"): ["%(n)s jour", "%(n)s jours"]}
    french.write(french.catalogue_of(messages, words), file)
    first = file.read_bytes()
    french.write(french.catalogue_of(messages, french.translations_of(file)), file)
    assert french.problems(messages, file) == []
    assert file.read_bytes() == first


def test_tests_speak_to_nobody(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "a.py").write_text("_('Only a test')")
    (tmp_path / "a.py").write_text("_('A sentence')")
    assert [key[1] for key in catalogue.in_package(tmp_path)] == ["A sentence"]
