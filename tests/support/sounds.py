"""Sounds for tests, made on the spot."""

import io
import math
import struct
import wave


def tone() -> bytes:
    """Two seconds of a quiet tone."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"".join(struct.pack("<h", int(900 * math.sin(n / 3))) for n in range(16000)))
    return file.getvalue()
