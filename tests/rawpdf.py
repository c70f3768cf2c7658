"""PDF files written object by object, for what no drawing library would write: broken fonts, hidden text, odd pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
HELVETICA_BOLD = HELVETICA.replace(b"/Helvetica ", b"/Helvetica-Bold ")
A4 = (0.0, 0.0, 595.0, 842.0)


def assemble(objects: Sequence[bytes], *, trailer: bytes = b"") -> bytes:
    """A file of numbered objects; the first one is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def stream(content: bytes, keys: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), keys, content)


def page(
    content: str | bytes,
    *,
    box: tuple[float, float, float, float] = A4,
    keys: bytes = b"",
    fonts: Mapping[str, bytes] | None = None,
    resources: bytes = b"",
    more: Sequence[bytes] = (),
    catalog: bytes = b"",
) -> bytes:
    """A file of one page. `content` is its content stream, /F1 is Helvetica and /F2 its bold; `more` holds further
    objects, numbered from 5 on. User space has its origin at the bottom left."""
    fonts = {"F1": HELVETICA, "F2": HELVETICA_BOLD, **(fonts or {})}
    named = b" ".join(b"/%s %s" % (name.encode(), font) for name, font in fonts.items())
    media = b"[%g %g %g %g]" % box
    body = content if isinstance(content, bytes) else content.encode("cp1252")
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R %s"
            b" /Resources << /Font << %s >> %s >> >>" % (media, keys, named, resources),
            stream(body),
            *more,
        ]
    )  # fmt: skip


def text(words: str, x: float, y: float, *, size: float = 10, font: str = "F1", before: str = "") -> str:
    """Operators that show text at a place; `before` holds operators inside the text object, as "3 Tr"."""
    shown = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"q BT /{font} {size:g} Tf {before} 1 0 0 1 {x:g} {y:g} Tm ({shown}) Tj ET Q\n"


def to_unicode(mapping: Mapping[int, str]) -> bytes:
    """A /ToUnicode stream that gives codes their text."""
    rows = "\n".join(f"<{code:02X}> <{value.encode('utf-16-be').hex().upper()}>" for code, value in mapping.items())
    return stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        + f"{len(mapping)} beginbfchar\n{rows}\nendbfchar\n".encode()
        + b"endcmap end end"
    )
