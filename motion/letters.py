"""In which letters a text file is written. Knows nothing of what stands in it."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE


def encoding(start: bytes) -> str:
    """UTF-16 where the byte order mark at the start of a file says so, as spreadsheets and Windows' shell save text."""
    return "utf-16" if start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
