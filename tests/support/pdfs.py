"""PDF files made by hand: words at places on pages, in Helvetica."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """`x` and `y` in points from the lower left corner of a page of 595 by 842."""

    x: float
    y: float
    text: str
    size: float = 10


def pdf(*pages: list[Words], title: str = "", drawing: str = "") -> bytes:
    """`drawing` is put under the words of each page, as PDF writes it."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, words in enumerate(pages):
        shown = drawing + "".join(
            f"BT /F1 {one.size} Tf {one.x} {one.y} Td ({_escaped(one.text)}) Tj ET\n" for one in words
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(shown.encode('cp1252'))} >>\nstream\n{shown}\nendstream")
    objects.append(f"<< /Title ({_escaped(title)}) >>")
    out = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def column(x: float, top: float, lines: list[str], pitch: float = 12, size: float = 10) -> list[Words]:
    return [Words(x, top - pitch * n, line, size) for n, line in enumerate(lines)]


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
