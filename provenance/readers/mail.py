"""Mail (.eml; RFC 5322): a press release or a wire that came by mail, or that somebody passed on.

What was passed on is the article, with its own sender, subject and date: as an attached message, or under one of the
lines that mail programs put above it. Attachments are not read; each is told.
"""

from __future__ import annotations

import re
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from provenance import gazetteer
from provenance.documents.credits.publisher import shown
from provenance.errors import InputError
from provenance.model import Article, Publisher
from provenance.readers import mime
from provenance.readers.decode import collection, decode
from provenance.readers.fields import is_blank, one_line, web_url
from provenance.readers.mail_text import day, flowed, forwarded, unwrapped
from provenance.readers.markup import html_text
from provenance.readers.outcome import Document, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT_MINIMUM = 80
"""Characters below which a plain part only says that there is another one."""
_PASSED_ON = re.compile(r"^\s*(?:(?:fwd?|re|wg|aw|tr|rv|i)\s*:\s*)+", re.IGNORECASE)


class _Mail(NamedTuple):
    """What a mail, or the one that was passed on in it, says of itself."""

    sender: str
    subject: str
    date: str
    text: str


def mails(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """One article a file, and a word on each attachment."""
    data = collection(stream)
    parts = list(mime.parts(mime.message_of(data)))
    yield Document(name, Path(name).stem, data, read_mail)
    for part in parts:
        if mime.is_attached(part) and part.get_content_type() != "message/rfc822":
            told = f"{one_line(mime.file_name(part)) or 'without a name'} ({part.get_content_type()})"
            yield Skipped(name, f"an attachment, {told[:120]}, is not read: save it and give it")


def read_mail(document: Document) -> Article:
    """InputError where it has no text."""
    message = mime.message_of(document.content)
    mail = _inner(_mail(_opened(message)))
    if is_blank(mail.text):
        raise InputError("a mail without text: save its attachment, or the page it links to, and give that")
    archived = web_url(mime.header(message, "Archived-At").strip(" <>"))
    return Article(
        key=document.key,
        text=mail.text,
        title=one_line(_PASSED_ON.sub("", mail.subject)),
        publisher=_publisher(mail.sender),
        published=day(mail.date),
        url=archived,
        text_is_file=False,
    )


def _opened(message: Any) -> Any:
    """The message that is attached to this one, if one is (RFC 2046, section 5.2.1)."""
    for part in mime.parts(message):
        held = part.get_payload() if part.get_content_type() == "message/rfc822" else None
        if isinstance(held, list) and held:
            return held[0]
    return message


def _mail(message: Any) -> _Mail:
    sender, subject = (mime.header(message, name) for name in ("From", "Subject"))
    return _Mail(sender, subject, mime.written(message, "Date"), _text(message))


def _inner(mail: _Mail) -> _Mail:
    """What was passed on in the text; what it does not say of itself is not known."""
    found = forwarded(mail.text)
    if found is None:
        return mail
    sender, subject, date = (found.headers.get(name, "") for name in ("from", "subject", "date"))
    return _Mail(sender, subject, date, found.text)


def _text(message: Any) -> str:
    """The plain part, where it is no mere stand-in for the marked-up one."""
    plain = marked = ""
    for part in mime.parts(message):
        kind = part.get_content_type()
        data = b"" if mime.is_attached(part) else mime.content(part)
        if not data.strip() or kind not in ("text/plain", "text/html"):
            continue
        said = decode(data, mime.charset(part))
        if kind == "text/plain":
            flows = str(part.get_param("format", "")).lower() == "flowed"
            plain = plain or (flowed if flows else unwrapped)(said)
        else:
            marked = marked or html_text(said)
    stands_in = len(plain) < TEXT_MINIMUM or 2 * len(plain) < len(marked)
    return marked if marked and stands_in else plain


def _publisher(sender: str) -> Publisher | None:
    """Who sent it: by name, else by the outlet whose address it is."""
    name, address = parseaddr(sender) if "@" in sender else (sender, "")
    owner = gazetteer.by_domain(f"https://{address.rpartition('@')[2]}") if "@" in address else None
    named = one_line(name.strip("\"'"))
    if named and "@" not in named:
        return shown([named], None)
    return Publisher(owner.name, owner.kind) if owner else None
