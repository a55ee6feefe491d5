"""XML: entities, DTDs, depth and size are refused before a tree is built, whatever the encoding hides."""

from time import perf_counter

import pytest

from provenance.errors import InputError
from provenance.readers import xml
from provenance.readers.xml import parse_xml

LAUGHS = """<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;">]><a>&d;</a>"""
FILE = '<!DOCTYPE a [<!ENTITY secret SYSTEM "file:///etc/passwd">]><a>&secret;</a>'


def test_a_tree_with_its_namespaces_and_characters() -> None:
    root = parse_xml(
        b'<?xml version="1.0" encoding="iso-8859-1"?><!-- note --><a xmlns:m="urn:m"><m:b>caf\xe9 &amp; tea</m:b></a>'
    )
    assert root.findtext("{urn:m}b") == "café & tea"


def test_cdata_is_text() -> None:
    assert parse_xml(b"<a><![CDATA[<p>one & two</p>]]></a>").text == "<p>one & two</p>"


def test_white_space_before_the_declaration_is_passed_over() -> None:
    assert parse_xml(b'\n <?xml version="1.0"?><a/>').tag == "a"


def test_a_doctype_that_only_names_its_dtd_is_passed_over() -> None:
    assert parse_xml(b'<!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf.dtd"><nitf>ferry</nitf>').text == "ferry"


@pytest.mark.parametrize("document", [LAUGHS, FILE, "<!DOCTYPE a [<!ELEMENT a ANY>]><a/>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_dtd_of_its_own_is_refused_in_every_encoding(document: str, encoding: str) -> None:
    with pytest.raises(InputError, match=r"^XML that declares a DTD of its own, .*: remove what its DOCTYPE declares$"):
        parse_xml(document.encode(encoding))


def test_an_entity_of_a_dtd_that_is_not_read_is_refused() -> None:
    with pytest.raises(InputError, match=r"^XML with entities, .*: write the characters that they stand for$"):
        parse_xml(b'<!DOCTYPE a SYSTEM "a.dtd"><a>one &mdash; two</a>')


@pytest.mark.parametrize(
    "document",
    [
        "<a>" * 201 + "</a>" * 201,
        "<a " + " ".join(f"b{i}='1'" for i in range(1_001)) + "/>",
        "<a>" + "<b/>" * 6 + "</a>",
    ],
)
def test_the_limits(document: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "ELEMENT_LIMIT", 6 if "<b/>" in document else xml.ELEMENT_LIMIT)
    with pytest.raises(InputError, match=r"^XML of more than .*: split it$"):
        parse_xml(document.encode())


@pytest.mark.parametrize(
    "document", ["<a>", "<a></b>", "<a/><b/>", "plain text", "<a>\x01</a>", "<a>&mdash;</a>", "<m:a/>", "<a b=1/>"]
)
def test_malformed_xml_is_one_line_with_the_remedy(document: str) -> None:
    with pytest.raises(InputError) as raised:
        parse_xml(document.encode())
    assert str(raised.value).startswith("malformed XML")
    assert "\n" not in str(raised.value)


def test_a_hundred_thousand_nested_tags_take_no_time() -> None:
    begun = perf_counter()
    with pytest.raises(InputError):
        parse_xml(b"<a>" * 100_000)
    assert perf_counter() - begun < 1
