from __future__ import annotations

import codecs
from io import BytesIO

import pytest

from provenance.errors import InputError
from provenance.readers import decode as module
from provenance.readers.decode import decode, refuse_binary, whole

ENGLISH = "“We have signed nothing,” the trust’s chair said – and nothing will be before spring. " * 3
RUSSIAN = "Мы ничего не подписали, заявила глава треста. Карьер закроют весной, сообщили агентству два сотрудника."
CHINESE = "“我们什么也没有签署”，信托主席说。两名要求匿名的成员周四告诉通讯社，采石场将在春天关闭。"
ARABIC = "قالت رئيسة الشركة إنها لم توقع شيئا، فيما قال عضوان طلبا عدم الكشف عن هويتهما إن المحجر سيغلق في الربيع."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_by_its_mark_or_as_utf_8(encoding: str) -> None:
    text = "Łódź\r\n“said”\n𝄞"
    assert decode(text.encode(encoding)) == text


def test_big_endian_unicode_by_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + "Łódź".encode("utf-16-be")) == "Łódź"
    assert decode(codecs.BOM_UTF32_BE + "Łódź".encode("utf-32-be")) == "Łódź"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(ENGLISH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (CHINESE, "gb18030"), (ARABIC, "cp1256")],
    ids=["english", "russian", "koi8", "chinese", "arabic"],
)
def test_a_legacy_encoding_that_is_certain(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "text",
    [
        "The trust’s chair, Inés Peña, said nothing. " * 4,
        "Le trésorier a déclaré à la presse qu’il n’avait pas été consulté. " * 4,
        "It cost £20m.",
    ],
)
def test_an_encoding_that_is_not_certain_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="no other encoding is certain"):
        decode(text.encode("cp1252"))


def test_the_declared_encoding_settles_it() -> None:
    text = "The trust’s chair, Inés Peña, said nothing."
    assert decode(text.encode("cp1252"), "windows-1252") == text
    assert decode(text.encode("cp1252"), "ISO-8859-1") == text, "as in the WHATWG Encoding Standard"
    assert decode("採石場は閉鎖".encode("euc_jp"), "EUC-JP") == "採石場は閉鎖"


@pytest.mark.parametrize("label", ["utf-8", "utf-7", "rot13", "idna", "unicode_escape", "no-such-thing", "undefined"])
def test_a_declared_encoding_that_is_none_is_not_followed(label: str) -> None:
    with pytest.raises(InputError, match="no other encoding is certain"):
        decode(b"caf\xe9 \\N{BELL} +AGE-", label)


def test_utf_8_wins_over_what_is_declared() -> None:
    assert decode("Peña".encode(), "iso-8859-1") == "Peña"


def test_a_few_control_characters_are_kept() -> None:
    text = "a form feed \f and an escape \x1b[0m " * 4
    assert decode(text.encode()) == text
    refuse_binary(text)


def test_no_more_than_the_limit_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMIT", 2**20)
    stream = BytesIO(b"x" * 2**21)
    with pytest.raises(InputError, match="larger than 1 MiB"):
        whole(stream)
    assert stream.tell() == 2**20 + 1
    assert whole(BytesIO(b"x" * 2**20)) == b"x" * 2**20
