"""Every format is taken in, every bad input is named in one line and set aside."""

import http.server
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfWriter

from firsthand.intake import MAX_BYTES, SeenBefore, formats, report_from_text, report_ids, take_in, take_in_all
from firsthand.model import Report, SetAside

BODY = (
    "Vostrak has sold forty patrol boats to Ardenia, the harbour ministry said on Monday. "
    "The boats are to be delivered before the end of the year, it said, and crews will be trained at Port Sorrel. "
    "A spokesman for the government of Ardenia would not say how many of them had been paid for."
)
HTML = f"""<!doctype html><html lang="en"><head><title>Boats for Ardenia - The Sorrel Gazette</title>
<meta property="og:title" content="Boats for Ardenia"><meta property="og:site_name" content="The Sorrel Gazette">
<meta property="article:published_time" content="2031-05-07T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Boats for Ardenia</h1>
<p>{BODY}</p><script>alert("boo")</script><p>{BODY.replace("forty", "some forty")}</p></article>
<footer>All rights reserved</footer></body></html>"""


def pdf(*lines: str, password: str | None = None) -> bytes:
    """A PDF of one page, with a line of text each, written by hand; no text for a page that is a picture."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 50 750 Td {shown}ET".encode() if lines else b"0 0 10 10 re f"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out, at = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in at)
    out += b"xref\n0 5\n0000000000 65535 f \n" + table
    return out + b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % out.index(b"xref\n0 5")


def encrypted(path: Path) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)
    return path.read_bytes()


def one(path: Path) -> Report | SetAside:
    found = list(take_in([path]))
    assert len(found) == 1
    return found[0]


BAD = [
    ("empty.txt", b"", "an empty file"),
    ("blank.txt", b" \r\n\t \n", "nothing but blanks"),
    ("marks.txt", "\ufeff \u2028\n".encode(), "nothing but blanks"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "a binary file (a PNG picture)"),
    ("paper.docx", b"PK\x03\x04\x14\x00", "a binary file (a ZIP archive or office document)"),
    ("noise.txt", bytes(range(256)) * 20, "a binary file"),
    ("controls.txt", b"abc\x01\x02\x03\x04\x05def" * 30, "a binary file"),
    ("half.txt", b"\xff\xfea\x00b", "marked as UTF-16 but not valid UTF-16"),
    ("broken.txt", b"\xef\xbb\xbfcaf\xe9 latin", "marked as UTF-8 but not valid UTF-8"),
    ("nav.html", b"<html><body><nav><a href=x>Home</a></nav></body></html>", "a web page with no article in it"),
    ("scan.pdf", pdf(), "a PDF without text"),
    ("torn.pdf", pdf("x")[:60], "a damaged PDF"),
    ("bad.json", b'{"text": "a",\n "title": }', "not valid JSON: line 2"),
    ("none.json", b'{"headline": "only that"}', "without text"),
    ("list.json", b"[]", "JSON with no report in it"),
    ("number.json", b"17", "JSON with no report in it"),
    ("lines.jsonl", b"{nope}", "line 1 is not valid JSON"),
    ("feed.rss", b"<rss><channel><title>x</title></channel></rss>", "a feed with no entries"),
]


@pytest.mark.parametrize(("name", "data", "reason"), BAD, ids=[name for name, _, _ in BAD])
def test_bad_input_is_set_aside(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = one(path)
    assert isinstance(found, SetAside)
    assert reason in found.reason
    assert found.input == str(path)
    assert found.advice
    assert "\n" not in found.reason + found.advice


def test_encrypted_pdf(tmp_path: Path) -> None:
    path = tmp_path / "secret.pdf"
    encrypted(path)
    found = one(path)
    assert isinstance(found, SetAside)
    assert found.reason == "an encrypted PDF"


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    found = one(path)
    assert isinstance(found, SetAside)
    assert "20.0 MB" in found.reason


def test_directory_and_missing_path(tmp_path: Path) -> None:
    directory, missing = take_in([tmp_path, tmp_path / "absent.txt"])
    assert isinstance(directory, SetAside)
    assert directory.reason == "a directory"
    assert f"{tmp_path}/*.txt" in directory.advice
    assert isinstance(missing, SetAside)
    assert missing.reason == "no such file"


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "closed.txt"
    path.write_text(BODY)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = one(path)
    assert isinstance(found, SetAside)
    assert "permission denied" in found.reason


def test_pipe_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    found = one(path)
    assert isinstance(found, SetAside)
    assert found.reason == "not a file"


@pytest.fixture
def site() -> Iterator[str]:
    class Pages(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = self.path.startswith("/2031/05/09/")
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(HTML.replace("published_time", "other_time").encode() if known else b"gone")

        def log_message(self, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_web_address(site: str) -> None:
    address = f"{site}/2031/05/09/boats"
    found = list(take_in([address, f"{site}/nothing", "http://127.0.0.1:9/closed"]))
    report = found[0]
    assert isinstance(report, Report)
    assert (report.url, report.file) == (address, None)
    assert report.published is not None
    assert str(report.published.first) == "2031-05-09"
    assert [aside.reason[:30] for aside in found[1:] if isinstance(aside, SetAside)] == [
        "the address answers 404 Not Fo",
        "the address cannot be reached ",
    ]


def test_html(tmp_path: Path) -> None:
    path = tmp_path / "boats.html"
    path.write_text(HTML)
    report = one(path)
    assert isinstance(report, Report)
    assert report.title == "Boats for Ardenia"
    assert report.outlet == "The Sorrel Gazette"
    assert report.published is not None
    assert str(report.published.first) == "2031-05-07"
    assert report.published.basis.startswith("metadata")
    assert "alert" not in report.text
    assert "harbour ministry" in report.text


def test_pdf(tmp_path: Path) -> None:
    path = tmp_path / "boats.pdf"
    path.write_bytes(pdf("Boats for Ardenia", "12 June 2031", *BODY.split(". ")))
    report = one(path)
    assert isinstance(report, Report)
    assert "harbour ministry" in report.text
    assert report.published is not None
    assert str(report.published.first) == "2031-06-12"


def test_json_and_json_lines(tmp_path: Path) -> None:
    item = {
        "body": BODY,
        "headline": "Boats",
        "link": "https://www.reuters.com/a",
        "source": {"name": "reuters"},
        "date": "2031-05-07",
    }
    whole, lines, wrapped = tmp_path / "one.json", tmp_path / "two.jsonl", tmp_path / "list.json"
    whole.write_text(json.dumps(item))
    lines.write_text(f"{json.dumps(item | {'body': BODY + ' Again.'})}\n\nnope\n{json.dumps({'text': 'Short.'})}\n")
    wrapped.write_text(json.dumps({"count": 2, "articles": [{"text": "One."}, {"text": "Two.", "language": "sv"}]}))
    reports, aside = take_in_all([whole, lines, wrapped])
    assert [report.id for report in reports] == list(report_ids(5))
    assert [Path(report.file or "").name for report in reports] == [
        "one.json",
        "two.jsonl#1",
        "two.jsonl#4",
        "list.json#1",
        "list.json#2",
    ]
    assert [(entry.reason[:24], entry.input) for entry in aside] == [("line 3 is not valid JSON", str(lines))]
    first = reports[0]
    assert (first.text, first.title, first.outlet) == (BODY, "Boats", "Reuters")
    assert first.url == "https://www.reuters.com/a"
    assert first.published is not None
    assert first.published.days == 1
    assert reports[4].unread == "in Swedish, which the reader does not read"


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_feeds(tmp_path: Path, kind: str) -> None:
    text = f"&lt;p&gt;{BODY}&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;"
    if kind == "rss":
        entry = "<item><title>{}</title><link>http://a.example/1</link><pubDate>Wed, 07 May 2031 08:00:00 GMT</pubDate>"
        entry += "<description>{}</description></item>"
        feed = "<rss version='2.0'><channel><title>Sorrel Gazette</title>{}</channel></rss>"
    else:
        entry = "<entry><title>{}</title><link href='http://a.example/1'/><published>2031-05-07T08:00:00Z</published>"
        entry += "<content type='html'>{}</content></entry>"
        feed = "<feed xmlns='http://www.w3.org/2005/Atom'><title>Sorrel Gazette</title>{}</feed>"
    path = tmp_path / "feed.xml"
    path.write_text("<?xml version='1.0'?>\n" + feed.format(entry.format("Boats", text) + entry.format("Ad", "Short")))
    reports, aside = take_in_all([path])
    (report,) = reports
    assert report.text == BODY
    assert (report.title, report.outlet, report.url) == ("Boats", "Sorrel Gazette", "http://a.example/1")
    assert report.published is not None
    assert str(report.published.first) == "2031-05-07"
    assert [entry.reason for entry in aside] == ["1 of 2 entries of the feed hold no article, only its announcement"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_keep_the_text_exactly(tmp_path: Path, encoding: str) -> None:
    text = f"Café “Sorrel”\r\n\r\n{BODY}\r{BODY}\n"
    path = tmp_path / "boats.txt"
    path.write_bytes(text.encode(encoding))
    report = one(path)
    assert isinstance(report, Report)
    assert report.text == text
    assert report.words == len(text.split())


def test_markdown_with_a_head_of_fields(tmp_path: Path) -> None:
    path = tmp_path / "boats.md"
    text = f"---\ntitle: Boats for Ardenia\ndate: 2031-05-07\nsource: Reuters\n---\n\n# Boats for Ardenia\n\n{BODY}\n"
    path.write_text(text)
    report = one(path)
    assert isinstance(report, Report)
    assert (report.text, report.title, report.outlet) == (text, "Boats for Ardenia", "Reuters")
    assert report.published is not None
    assert str(report.published.first) == "2031-05-07"
    assert [report.quote(span) for span in report.furniture][1] == "title: Boats for Ardenia"
    assert [report.quote(span) for span in report.title_spans] == ["# Boats for Ardenia"]


def test_identical_files_are_one_report_seen_twice(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(BODY if name != "b.txt" else BODY + " More.")
    names = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    reports, aside = take_in_all(names)
    assert [report.id for report in reports] == ["R1", "R2"]
    assert reports[0].copies_seen == (str(names[2]),)
    assert isinstance(aside[0], SeenBefore)
    assert aside[0].reason == f"identical to {names[0]}: counted once"


def test_one_bad_input_does_not_stop_the_rest_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "good.txt").write_text(BODY)
    before = sorted((path.name, path.stat().st_mtime_ns) for path in tmp_path.iterdir())
    reports, aside = take_in_all([tmp_path / "bad.txt", tmp_path / "good.txt", tmp_path])
    assert ([report.id for report in reports], len(aside)) == (["R1"], 2)
    assert sorted((path.name, path.stat().st_mtime_ns) for path in tmp_path.iterdir()) == before


def test_inputs_are_read_one_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    stream = take_in([tmp_path / "a.txt", tmp_path / "late.txt"])
    assert isinstance(next(stream), Report)
    (tmp_path / "late.txt").write_text(BODY + " Late.")
    assert isinstance(next(stream), Report)


def test_a_json_file_that_holds_lines(tmp_path: Path) -> None:
    path = tmp_path / "lines.json"
    path.write_text('{"text": "One thing."}\n{"text": "Another thing."}\n')
    assert [report.text for report in take_in_all([path])[0]] == ["One thing.", "Another thing."]


def test_blank_text_has_no_report() -> None:
    with pytest.raises(ValueError, match="blanks"):
        report_from_text(" \n")


def test_the_limit_is_the_one_that_is_published() -> None:
    assert formats.MAX_BYTES == MAX_BYTES == 20_000_000


def test_a_text_too_long_for_a_report_is_set_aside_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "book.txt"
    file.write_text("The minister denied it. " * 60_000, encoding="utf-8")
    (found,) = take_in([file])
    assert isinstance(found, SetAside)
    assert found.reason == "too long for a report (1.4 million letters; at most 1 million are read)"
