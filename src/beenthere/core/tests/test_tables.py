"""Tables out of whatever people send: a table, or a reason; never anything else."""

import io
import struct
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beenthere.core.tables import Unreadable, Why, read_table, survey
from beenthere.core.tables import sheets as guarded
from beenthere.core.tests.workbooks import packed, parts, sharing, workbook

FRENCH = "Nom;Ville;Coût\nPair-aidance à l’école;Montréal;1 234,50 $\nÉcoute « active »;Québec;0\n"


def rows(data: bytes) -> list[tuple[str, ...]]:
    table = read_table(data)
    return [table.header, *(line.cells for line in table.rows)]


def why(data: bytes) -> Why:
    with pytest.raises(Unreadable) as caught:
        list(read_table(data).rows)
    return caught.value.why


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
def test_a_french_table_reads_the_same_in_every_encoding(encoding: str) -> None:
    found = rows(FRENCH.encode(encoding))
    assert found[0] == ("Nom", "Ville", "Coût")
    assert found[1] == ("Pair-aidance à l’école", "Montréal", "1 234,50 $")
    assert found[2] == ("Écoute « active »", "Québec", "0")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_separator_and_end_of_line_is_understood(separator: str, end: str) -> None:
    text = end.join(separator.join(row) for row in (["Name", "City"], ["Listening", "Moncton"], ["Walking", "Iqaluit"]))
    assert rows(text.encode()) == [("Name", "City"), ("Listening", "Moncton"), ("Walking", "Iqaluit")]


def test_a_file_may_tell_its_separator_and_have_a_title_above_the_header() -> None:
    text = "sep=;\nTrainings of 2026;;\n;;\nName;City;Hours\nListening, well;Moncton;5\n"
    assert rows(text.encode()) == [("Name", "City", "Hours"), ("Listening, well", "Moncton", "5")]


def test_a_quotation_mark_that_never_closes_costs_one_line() -> None:
    text = "Name,City\n" + '"Listening,Moncton\n' + "".join(f"Course {each},Halifax\n" for each in range(500))
    lines = list(read_table(text.encode()).rows)
    assert (lines[0].number, lines[0].why) == (2, Why.OPEN_QUOTE)
    assert [line.cells for line in lines[1:]] == [(f"Course {each}", "Halifax") for each in range(500)]


def test_a_cell_of_ten_megabytes_costs_one_line() -> None:
    text = "Name,City\n" + "x" * 10_000_000 + ",Moncton\nWalking,Iqaluit\n"
    lines = list(read_table(text.encode()).rows)
    assert [line.why for line in lines] == [Why.LONG_CELL, None]
    sheet = workbook(["Name", "City"], ["x" * 10_000_000, "Moncton"], ["Walking", "Iqaluit"])
    assert len(sheet) < 2_000_000
    assert why(sheet) == Why.SWELLS or [line.why for line in read_table(sheet).rows] == [Why.LONG_CELL, None]


def test_letters_that_cannot_be_read_cost_one_line() -> None:
    data = "Nom,Ville\nÉcoute,Montréal\nÉté,Québec\nÀ côté,Gaspé\nPrès,Alma\n".encode() + b"Bris\xe9,Laval\n"
    lines = list(read_table(data).rows)
    assert [line.why for line in lines] == [None, None, None, None, Why.BROKEN_LETTERS]


def test_a_sheet_gives_texts_as_somebody_would_type_them() -> None:
    data = workbook(["Name", "Hours", "Cost", "Begins", "Free"], ["Écoute", 40.0, 12.5, ("day", 46353), True])
    assert rows(data)[1] == ("Écoute", "40", "12.5", "2026-11-27", "yes")


def test_lines_of_a_sheet_are_numbered_as_its_program_numbers_them() -> None:
    lines = list(read_table(workbook(["Name", "City"], ["Listening", "Moncton"], first=5)).rows)
    assert [line.number for line in lines] == [6]


def test_a_survey_tells_length_examples_and_the_order_of_days() -> None:
    text = "Name,Begins\nA,03/04/2026\nB,27/11/2026\nC,01/02/2026\n"
    found = survey(text.encode())
    assert (found.total, found.examples[0], found.day_first) == (3, ["A", "B", "C"], [None, True])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", Why.EMPTY),
        (b" \n\t\n", Why.EMPTY),
        (b",,,\n,,\n", Why.EMPTY),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, Why.OLD_OR_LOCKED),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00\x01\x07" * 99, Why.NOT_TEXT),
        (b"PK\x03\x04 and nothing else", Why.BROKEN_WORKBOOK),
        (packed({"letter.txt": "hello"}), Why.NOT_A_WORKBOOK),
        (packed({"[Content_Types].xml": "", "xl/workbook.xml": "<workbook>"}), Why.BROKEN_WORKBOOK),
        (b"x" * (21 * 1024 * 1024), Why.TOO_BIG),
        (",".join("abc" * 100).encode(), Why.TOO_WIDE),
    ],
)
def test_what_is_no_table_is_told_why(data: bytes, told: Why) -> None:
    assert why(data) == told


def test_a_bomb_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "CalamineWorkbook", None)
    swollen = packed(parts("") | {"xl/media/image1.png": "0" * 300_000_000})
    assert len(swollen) < 1_000_000
    assert why(swollen) == Why.SWELLS
    assert why(packed(parts("") | {f"xl/{each}.xml": "" for each in range(600)})) == Why.SWELLS


def test_one_cell_far_away_is_refused_because_everything_between_would_stand_in_memory() -> None:
    row = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert why(packed(parts(row))) == Why.SWELLS
    assert why(packed(parts(row.replace('r="XFD1048576"', "r =\n'XFD1048576'")))) == Why.SWELLS
    assert why(packed(parts("<row>" + "<c><v>1</v></c>" * 4_100_000 + "</row>"))) == Why.SWELLS


def test_a_file_of_empty_lines_is_not_read_for_minutes() -> None:
    assert why(b"Name,City\n" + b"\r" * 1_500_000) == Why.TOO_LONG


def far_away(row: str, cell: str) -> bytes:
    """A first line, and then a cell that stands far down and far to the right."""
    first = '<row r="1"><c r="A1"><v>1</v></c></row>'
    return packed(parts(f"{first}<row {row}><c {cell}><v>1</v></c></row>"))


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (f'r{" " * 60}= "1048576"', f'r{" " * 60}="XFD1048576"'),
        ('r="1048576"', 't="n"r="XFD1048576"'),
        ("", 'r="XFD1048576"'),
        ('r="1048576"', 's=">" r="XFD1048576"'),
    ],
)
def test_nobody_hides_how_far_away_a_cell_lies(row: str, cell: str) -> None:
    assert why(far_away(row, cell)) in {Why.SWELLS, Why.BROKEN_WORKBOOK}


def test_cells_that_tell_no_place_are_counted_on_from_the_last_one() -> None:
    wide, narrow = f"<row>{'<c><v>1</v></c>' * 5000}</row>", "<row><c><v>1</v></c></row>"
    assert why(packed(parts(wide + narrow * 1000))) == Why.SWELLS
    assert rows(packed(parts(narrow * 3)))[2] == ("1",)


def test_a_comment_or_a_declaration_hides_no_cell() -> None:
    hidden = packed(parts('<!-- <c " --><row r="1048576"><c r="XFD1048576"/></row><!-- " -->'))
    assert why(hidden) == Why.SWELLS
    declared = packed(
        {**parts(""), "xl/worksheets/sheet1.xml": '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/>'}
    )
    assert why(declared) == Why.BROKEN_WORKBOOK


@pytest.mark.parametrize("letters", ["cp037", "utf-7", "rot13", "utf-16", "nobody"])
def test_a_sheet_that_tells_of_other_letters_is_counted_all_the_same(letters: str) -> None:
    files = parts('<row r="1048576"><c r="XFD1048576"/></row>')
    files["xl/worksheets/sheet1.xml"] = files["xl/worksheets/sheet1.xml"].replace("UTF-8", letters)
    assert why(packed(files)) == Why.SWELLS


def test_a_long_text_that_very_many_cells_share_is_refused() -> None:
    long, short = "x" * 100_000, "Listening"
    assert why(sharing(long, cells=[0] * 5_000)) == Why.SWELLS
    assert rows(sharing(long, short, cells=[1] * 5_000))[1] == (short,)


def test_a_workbook_that_lies_about_its_size_is_weighed_as_it_is() -> None:
    honest = packed(parts("") | {"xl/media/big.bin": "0" * 250_000_000})
    told, lied = struct.pack("<L", 250_000_000), struct.pack("<L", 10)
    assert honest.count(told) >= 2
    assert why(honest.replace(told, lied)) == Why.SWELLS


def test_a_workbook_under_a_password_says_so() -> None:
    data = bytearray(packed(parts("")))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        at = archive.start_dir
    data[at + 8] |= 1
    assert why(bytes(data)) == Why.OLD_OR_LOCKED


def outcome(data: bytes) -> Why | int:
    """What one gets: the number of rows, or a reason."""
    try:
        return survey(data).total
    except Unreadable as error:
        return error.why


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=300)
@given(st.one_of(st.binary(max_size=3000), st.text(max_size=2000).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_a_table_or_a_reason(data: bytes) -> None:
    assert isinstance(outcome(data), Why | int)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(st.data())
def test_a_workbook_with_broken_bytes_is_a_table_or_a_reason(data: st.DataObject) -> None:
    whole = bytearray(workbook(["Name", "City"], ["=HYPERLINK(1)", "Moncton"], ["x", 4.5]))
    for _each in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(outcome(bytes(whole)), Why | int)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(st.text(alphabet="<>/crv=\"'A1 9Zst&;:x", max_size=300))
def test_a_workbook_with_a_broken_sheet_is_a_table_or_a_reason(xml: str) -> None:
    assert isinstance(outcome(packed(parts(xml))), Why | int)
