"""Workbooks for tests, packed by hand, so that they can also be wrong in every way."""

import io
import zipfile
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def parts(sheet: str) -> dict[str, str]:
    """The files of a workbook with one sheet whose rows stand as XML."""
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KINDS}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KINDS}.worksheet+xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{LINKS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{LINKS}"><Relationship Id="r1"'
        f' Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2"'
        f' Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
    }


def packed(files: dict[str, str]) -> bytes:
    """Pack files as a workbook is packed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


def workbook(*rows: list[object], first: int = 1) -> bytes:
    """A workbook with these rows: texts, numbers, yes or no; ("day", serial) stands for a day as Excel holds it."""
    lines = [_row(number, row) for number, row in enumerate(rows, start=first)]
    return packed(parts("".join(lines)))


def sharing(*texts: str, cells: list[int]) -> bytes:
    """A workbook with one column, whose cells each name one of these texts, as Excel writes them."""
    rows = "".join(f'<row r="{at}"><c r="A{at}" t="s"><v>{text}</v></c></row>' for at, text in enumerate(cells, 1))
    files, told = parts(rows), "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    files["xl/sharedStrings.xml"] = f'{HEAD}<sst xmlns="{MAIN}">{told}</sst>'
    links = "xl/_rels/workbook.xml.rels"
    more = f'<Relationship Id="r3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    files[links] = files[links].replace("</Relationships>", more)
    return packed(files)


def _row(number: int, row: list[object]) -> str:
    cells = [_cell(f"{chr(65 + index)}{number}", value) for index, value in enumerate(row) if value is not None]
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place: str, value: object) -> str:
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, tuple):
        return f'<c r="{place}" s="1"><v>{value[1]}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'
