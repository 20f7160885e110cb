"""What the demo shows and plays: drawn and rung here, so that no stranger's picture or voice ships with it."""

import io
import math
import struct

from PIL import Image, ImageDraw

WIDE, HIGH = 1200, 800
RATE, LOUDEST = 8000, 9000
STROKES, TONES = (0.0, 0.5, 1.0), (1318, 2093)


def bowl() -> bytes:
    """A blue bowl on a table, before a grey window."""
    picture = Image.new("RGB", (WIDE, HIGH), "#d8d2c8")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((180, 60, 560, 420), fill="#9aa5ad", outline="#f4efe8", width=18)
    draw.line((370, 60, 370, 420), fill="#f4efe8", width=14)
    draw.rectangle((0, 560, WIDE, HIGH), fill="#8a5f3d")
    draw.pieslice((480, 330, 920, 730), 0, 180, fill="#2f5f8f")
    draw.ellipse((480, 480, 920, 580), fill="#24496e")
    draw.ellipse((510, 492, 890, 568), fill="#c9873f")
    draw.line((840, 520, 990, 300), fill="#b9bdc1", width=16)
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def spoon() -> bytes:
    """Three small strokes of a spoon against a bowl."""
    samples = [_loud(number / RATE) for number in range(int(1.8 * RATE))]
    data = struct.pack(f"<{len(samples)}h", *samples)
    how = struct.pack("<HHIIHH", 1, 1, RATE, 2 * RATE, 2, 16)
    body = b"WAVEfmt " + struct.pack("<I", len(how)) + how + b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _loud(second: float) -> int:
    """How far the air is from rest at a moment: each stroke fades by itself."""
    since = [second - stroke for stroke in STROKES if second >= stroke]
    waves = (math.exp(-9 * past) * math.sin(2 * math.pi * tone * past) for past in since for tone in TONES)
    return int(LOUDEST * sum(waves) / len(TONES))
