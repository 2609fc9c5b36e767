"""Bytes to text: UTF-8 or a clear reason why not."""

from __future__ import annotations

import codecs
import re

from dateline.errors import InputUnreadable

#: Byte-order marks of encodings that are not read, longest first: UTF-32 begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
#: Control characters that no text holds; more than a few in a hundred mean a binary file.
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, where: str) -> str:
    """Return UTF-8 bytes as text, without a byte-order mark and with line ends as ``\\n``.

    Raises InputUnreadable, which says what the bytes are instead, for other encodings and binary files.

    >>> decode(b"\\xef\\xbb\\xbfTen died.\\r\\n", "a.txt")
    'Ten died.\\n'
    >>> decode(b"\\x89PNG\\x00", "a.txt")
    Traceback (most recent call last):
    dateline.errors.InputUnreadable: a.txt: it is not text but a binary file (it holds NUL bytes).
    """
    refuse_foreign(data, where)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        raise InputUnreadable(
            where, f"byte {broken.start + 1:,} is not UTF-8. Save the text as UTF-8, for example with iconv."
        ) from None
    if len(_CONTROLS.findall(text)) > len(text) // 50:
        raise InputUnreadable(where, "it is not text but a binary file (it is full of control characters).")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def refuse_foreign(data: bytes, where: str) -> None:
    """Raise InputUnreadable if the first bytes of a file show that it is not UTF-8 text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            raise InputUnreadable(where, f"it is {encoding} text. Save it as UTF-8, for example with iconv.")
    if b"\0" in data:
        raise InputUnreadable(where, "it is not text but a binary file (it holds NUL bytes).")
    if _HTML.match(data):
        raise InputUnreadable(where, "it is an HTML page. Save the article as plain text first.")
