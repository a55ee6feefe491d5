from __future__ import annotations

from email.message import EmailMessage
from hashlib import sha256

import pytest
from files import article, outcomes, reason

from provenance.model import Capture, Kind, Publisher
from provenance.readers import Read, Skipped

FIRST = "The quarry trust met on Monday, Ada Brunt said, and it signed nothing at all."
SECOND = "Nobody from the council came, and the road stays shut until the spring."
WRAPPED = """The quarry trust met on Monday, Ada Brunt said, and it signed nothing
at all.

Nobody from the council came, and the road stays shut until the spring.
"""
TEXT = f"{FIRST}\n\n{SECOND}"


def mail(text: str = WRAPPED, html: str = "", **headers: str) -> EmailMessage:
    message = EmailMessage()
    said = {"From": "Harl Trust Press Office <press@harl.example>", "Subject": "Trust meets", "To": "x@y.example"}
    for name, value in (said | {"Date": "Sat, 01 Mar 2031 23:30:00 -0500"} | headers).items():
        message[name.replace("_", "-")] = value
    if text:
        message.set_content(text)
    if html and text:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    return message


def test_a_press_release() -> None:
    data = mail(Archived_At="<https://lists.harl.example/7>").as_bytes()
    one = article("a.eml", data)
    assert (one.key, one.title, one.text, one.published) == ("a", "Trust meets", TEXT, "2031-03-01")
    assert (one.publisher, one.url) == (Publisher("Harl Trust Press Office"), "https://lists.harl.example/7")
    assert one.capture == Capture(sha256(data).hexdigest())


def test_a_wire_is_called_by_its_name_in_the_list() -> None:
    for sender in ("AFP <wire@afp.example>", "desk@reuters.com"):
        publisher = article("a.eml", mail(From=sender).as_bytes()).publisher
        assert publisher is not None
        assert publisher.kind is Kind.WIRE


HTML = f"<html><body><div hidden>preview</div><p>{FIRST}</p><p>{SECOND}</p></body></html>"


@pytest.mark.parametrize(
    "message",
    [
        mail("", HTML),
        mail("Your program shows no HTML.", HTML),
        mail(WRAPPED, HTML),
    ],
    ids=["alone", "with a stand-in", "with its plain text"],
)
def test_the_marked_up_part(message: EmailMessage) -> None:
    assert article("a.eml", message.as_bytes()).text == TEXT


def test_other_encodings_and_transfers() -> None:
    message = mail("")
    message.set_content("Inés Peña met the trust — “nothing” was signed.\n" * 3, charset="windows-1252", cte="base64")
    message.replace_header("Subject", "Trust trifft Inés Peña")
    one = article("a.eml", message.as_bytes())
    assert one.text.startswith("Inés Peña met the trust — “nothing” was signed.")
    assert one.title == "Trust trifft Inés Peña"


def test_lines_that_flow() -> None:
    data = (
        mail("").as_bytes().rstrip()
        + b"\nContent-Type: text/plain; format=flowed\n\nThe trust \nmet.\nIt left.\n-- \nAda\n"
    )
    assert article("a.eml", data).text == "The trust met.\nIt left."


GMAIL = """---------- Forwarded message ---------
From: Kestrel Wire <w@kestrel.example>
Date: Sat, Mar 1, 2031 at 11:30 PM
Subject: Quarry trust meets
To: Ilse Maren <i@y.example>


"""
OUTLOOK = """-----Original Message-----
From: Kestrel Wire
Sent: Saturday, March 1, 2031 11:30 PM
To: Ilse Maren
Subject: Quarry trust meets

"""
APPLE = """Begin forwarded message:

> From: Kestrel Wire <w@kestrel.example>
> Date: 1 March 2031 at 23:30:00 GMT
> Subject: Quarry trust meets
>
> """


@pytest.mark.parametrize("mark", [GMAIL, OUTLOOK, APPLE], ids=["gmail", "outlook", "apple"])
def test_what_was_passed_on_is_the_article(mark: str) -> None:
    text = f"See below.\n\nIlse\n\n{mark}{WRAPPED}"
    message = mail(text, From="Ilse Maren <i@y.example>", Subject="Fwd: Quarry trust")
    one = article("a.eml", message.as_bytes())
    assert one.text.split()[-1] == "spring."
    assert one.text.startswith("The quarry trust met")
    assert (one.publisher, one.title, one.published) == (Publisher("Kestrel Wire"), "Quarry trust meets", "2031-03-01")


def test_a_message_that_is_attached_is_the_article() -> None:
    outer = mail("See what came.", From="Ilse Maren <i@y.example>", Subject="Fwd: Trust meets")
    outer.add_attachment(mail())
    one = article("a.eml", outer.as_bytes())
    assert (one.text, one.publisher) == (TEXT, Publisher("Harl Trust Press Office"))


def test_attachments_are_told() -> None:
    message = mail()
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="release 1.pdf")
    read, told = outcomes("a.eml", message.as_bytes())
    assert isinstance(read, Read)
    assert isinstance(told, Skipped)
    assert told.reason == "an attachment, release 1.pdf (application/pdf), is not read: save it and give it"


SAVE = "save it as UTF-8, for instance with iconv -f windows-1252 -t utf-8"
NESTED = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2_000))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no message: it does not begin with headers such as From and Date; save it again"),
        (b"The trust met.\n", "no message: it does not begin with headers such as From and Date; save it again"),
        (
            mail("\n").as_bytes(),
            "a mail without text: save its attachment, or the page it links to, and give that",
        ),
        (NESTED.encode(), "a message that is malformed or nested too deeply: save it again"),
        (
            mail("").as_bytes().rstrip() + b"\nContent-Type: text/plain; charset=utf-8\n\nIn\xe9s\n",
            f"not UTF-8 (byte 3 is 0xE9) and no other encoding is certain: {SAVE}",
        ),
    ],
    ids=["nothing", "no header", "no text", "nested", "wrong charset"],
)
def test_what_is_not_read(data: bytes, said: str) -> None:
    assert reason("a.eml", data) == said


@pytest.mark.parametrize(
    "day",
    [
        "soon",
        "Sat, 1 Mar 0000 12:00:00 GMT",
        "Sat, 1 Mar 0031 12:00:00 +0000",
        "Sat, 1 Mar 99999999999 12:00:00 GMT",
    ],
)
def test_headers_that_are_malformed_are_not_known(day: str) -> None:
    said = f"Date: {day}\nContent-Type: text/plain; charset=nonsense\n\n"
    headers = b"From: <<>@\xff\nSubject: =?utf-8?q?=ff?=\n" + said.encode()
    one = article("a.eml", headers + WRAPPED.encode())
    assert (one.text, one.published) == (TEXT, None)


def test_a_mail_of_too_many_parts_is_told_once() -> None:
    part = b"--b\n\nThe trust met.\n"
    assert reason("a.eml", b"From: ada@tarn.example\nContent-Type: multipart/mixed; boundary=b\n\n" + part * 1_001) == (
        "a message of more than 1,000 parts: save it without its attachments"
    )


def test_a_day_is_known_by_what_is_written_where_its_offset_is_none() -> None:
    date = "Date: Sat, 1 Mar 2031 12:00:00 +99999999999999999999\nFrom: ada@tarn.example\n\n"
    assert article("a.eml", (date + WRAPPED).encode()).published == "2031-03-01"
