"""Lines out of XLSX, with a guard before it is opened: what a small file may swell to. Pure."""

import datetime as dt
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from python_calamine import CalamineWorkbook

from beenthere.core.tables.extent import MOST_TEXT, Extent, extent_of, shared_text
from beenthere.core.tables.lines import Line, Unreadable, Why, line_of

MOST_ENTRIES = 500
MOST_UNPACKED = 200 * 1024 * 1024
MOST_TIMES = 200  # as much as a sheet of equal cells is packed; a bomb is packed a thousandfold
_STEP = 1024 * 1024
_TYPES, _BOOK, _TEXTS = "[Content_Types].xml", "xl/workbook.xml", "xl/sharedstrings.xml"
_HEAD = struct.Struct("<4s5H3L2H")


def looks_zipped(data: bytes) -> bool:
    """Tell a workbook from a text."""
    return data.startswith(b"PK\x03\x04")


def lines_of_workbook(data: bytes) -> Iterator[Line]:
    """Give the lines of the first sheet that holds more than one."""
    guard(data)
    try:
        rows = _rows(data)
    except BaseException as error:
        # Whatever the parser in Rust trips over comes as an error of its own, a panic not even as an Exception.
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise Unreadable(Why.BROKEN_WORKBOOK) from error
    return (line_of(number, [text_of(cell) for cell in row]) for number, row in enumerate(rows, start=1))


def _rows(data: bytes) -> Iterator[Sequence[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    alone: Iterator[Sequence[object]] = iter(())
    for index in range(len(book.sheet_names)):
        # One after the other: each sheet stands in memory as a whole.
        sheet = book.get_sheet_by_index(index)
        if sheet.height > 1:
            return sheet.iter_rows()
        alone = sheet.iter_rows() if sheet.height else alone
    return alone


def text_of(cell: object) -> str:
    """Write a cell as somebody would type it."""
    match cell:
        case str():
            return cell
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case dt.datetime() if cell.time() == dt.time():
            return cell.date().isoformat()
        case None:
            return ""
    return str(cell)


def guard(data: bytes) -> None:
    """Unpack once and throw away, counting: refuse what would swell, whatever it says about itself."""
    try:
        # Its readers raise any of these over bytes that are no archive.
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, ValueError, struct.error, OSError, EOFError, NotImplementedError) as error:
        raise Unreadable(Why.BROKEN_WORKBOOK) from error
    names = {entry.filename for entry in entries}
    if not {_TYPES, _BOOK} <= names:
        raise Unreadable(Why.NOT_A_WORKBOOK)
    if len(entries) > MOST_ENTRIES or len({name.casefold() for name in names}) != len(entries):
        raise Unreadable(Why.SWELLS)
    sizes, extents = list[int](), []
    for entry in entries:
        if entry.flag_bits & 1:
            raise Unreadable(Why.OLD_OR_LOCKED)
        pieces = _counted(_unpacked(data, entry), MOST_UNPACKED - sum(sizes), sizes)
        extents.append((entry, extent_of(pieces)))
    if sum(sizes) > max(MOST_TIMES * len(data), _STEP):
        raise Unreadable(Why.SWELLS)
    _weigh_texts(data, extents)


def _counted(pieces: Iterator[bytes], left: int, sizes: list[int]) -> Iterator[bytes]:
    """Pass on what one entry holds to its real end, which need not be the end that it tells."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > left:
            raise Unreadable(Why.SWELLS)
        yield piece
    sizes.append(size)


def _weigh_texts(data: bytes, extents: "list[tuple[zipfile.ZipInfo, Extent]]") -> None:
    """Refuse few long texts that very many cells share: in memory each cell holds one of its own."""
    lengths = next((told.texts for entry, told in extents if entry.filename.casefold() == _TEXTS), ())
    longest = max(told.longest for _entry, told in extents)
    for entry, told in extents:
        # Which cell holds which text is looked up only where it could matter.
        if told.shared * longest > MOST_TEXT and shared_text(_unpacked(data, entry), lengths, longest) > MOST_TEXT:
            raise Unreadable(Why.SWELLS)


def _unpacked(data: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    try:
        head = _HEAD.unpack_from(data, entry.header_offset)
    except struct.error as error:
        raise Unreadable(Why.BROKEN_WORKBOOK) from error
    start = entry.header_offset + _HEAD.size + head[-2] + head[-1]
    packed = memoryview(data)[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        yield from (bytes(packed[at : at + _STEP]) for at in range(0, len(packed), _STEP))
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        yield from _inflated(packed)
    else:
        raise Unreadable(Why.BROKEN_WORKBOOK)


def _inflated(packed: memoryview) -> Iterator[bytes]:
    inflate, rest = zlib.decompressobj(-zlib.MAX_WBITS), bytes(packed)
    try:
        while rest and not inflate.eof:
            piece = inflate.decompress(rest, _STEP)
            rest = inflate.unconsumed_tail
            if not piece:
                break
            yield piece
    except zlib.error as error:
        raise Unreadable(Why.BROKEN_WORKBOOK) from error
