"""Whom mentions stand for, by kinds of words and of arcs."""

from __future__ import annotations

import pytest
from agents_of import linked, one, span

from provenance.extraction.parser.graph import Arc, AttributionGraph, Mention, StatementNode
from provenance.extraction.parser.labels import ArcKind, Naming
from provenance.extraction.parser.naming import agents, name_of, settled
from provenance.extraction.parser.naming.clusters import SURELY
from provenance.model import Kind, Relation, Span


class TestPersons:
    @pytest.mark.parametrize(
        ("words", "name"),
        [
            ("Rep. Bram Ost (Harl),", "Bram Ost"),
            ("the mayor of Harl, Ada Brunt", "Ada Brunt"),
            ("The mayor, Quill,", "Quill"),
            ("Ada Brunt, who runs the Tarn Trust,", "Ada Brunt"),
            ("Tarn Mayor Ada Brunt", "Ada Brunt"),
            ("Foreign Minister Ada de la Brunt", "Ada de la Brunt"),
            ("the ambassador to Norway Ada Brunt", "Ada Brunt"),
            ("the governor of the National Bank, Ada Brunt", "Ada Brunt"),
            ("Medical Director Dr Ada Brunt", "Ada Brunt"),
            ("Norwegian novelist Ada Brunt", "Ada Brunt"),
            ("Twitter’s Ada Brunt", "Ada Brunt"),
            ("Ada Brunt and Bram Ost", "Ada Brunt; Bram Ost"),
            ("Sens. Ada Brunt of Ohio and Peter Quill of Maine", "Ada Brunt; Peter Quill"),
            ("Ada Brunt, Peter Quill and Bram Ost", "Ada Brunt; Peter Quill; Bram Ost"),
            ("a homeless man who goes by the name “Stubby”", "Stubby"),
            ("Ada Brunt Jr.", "Ada Brunt Jr."),
            ("Martin Luther King Jr.", "Martin Luther King Jr."),
            ("the Transport Minister Oriel Dane", "Oriel Dane"),
            ("Mayor Oriel Baker", "Oriel Baker"),
            ("Bea Tarn contentedly", "Bea Tarn"),
            ("Bea Tarn contentedly from her barge", "Bea Tarn"),
            ("the ranking Democrat Ada Brunt (D-Md.)", "Ada Brunt"),
        ],
    )
    def test_names_come_without_roles_and_places(self, words: str, name: str) -> None:
        agent = one(words, Kind.PERSON)
        assert (agent.name, agent.kind, agent.naming) == (name, Kind.PERSON, Naming.NAMED)

    @pytest.mark.parametrize(
        ("words", "role"),
        [
            ("Medical Director Ada Brunt", "Medical Director"),
            ("The mayor, Quill,", "mayor"),
            ("Ada Brunt, a spokeswoman for the ministry,", "spokeswoman for the ministry"),
            ("the Transport Minister Oriel Dane", "Transport Minister"),
            ("the boatman Ada Brunt", "boatman"),
            ("The quay master, Brunt,", "quay master"),
            ("an angry Ada Brunt", ""),
            ("Mr. Quill", ""),
            ("Ada Brunt", ""),
        ],
    )
    def test_roles_are_kept(self, words: str, role: str) -> None:
        assert one(words, Kind.PERSON).role == role

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            ("Ada Brunt’s lawyer", "lawyer of Ada Brunt"),
            ("a spokesman for House Speaker Ada Brunt", "spokesman for House Speaker Ada Brunt"),
            ("a lawyer for the singer Ada Brunt", "lawyer for the singer Ada Brunt"),
            ("the Utah Republican", "the Utah Republican"),
            ("the Norwegian", "the Norwegian"),
            ("a Brunt ally", "the Brunt ally"),
            ("the Brunt family", "the Brunt family"),
            ("the prosecutor", "prosecutor"),
            ("a union leader, who was not there,", "union leader"),
            ("The chief herself", "chief"),
        ],
    )
    def test_whoever_is_only_described_gets_no_name(self, words: str, told: str) -> None:
        agent = one(words, Kind.PERSON)
        assert (agent.name, agent.naming) == (told, Naming.DESCRIBED)
        assert not agent.name[0].isupper()

    @pytest.mark.parametrize(
        ("words", "kind"),
        [
            ("Norway", Kind.ORGANIZATION),
            ("Delta Bank", Kind.ORGANIZATION),
            ("Marks & Sons", Kind.ORGANIZATION),
            ("Brand & Lowe", Kind.ORGANIZATION),
            ("Smet and Wolden Ltd.", Kind.ORGANIZATION),
            ("Rescuers", Kind.GROUP),
            ("Norwegians", Kind.GROUP),
        ],
    )
    def test_lands_bodies_firms_and_crews_are_no_persons(self, words: str, kind: Kind) -> None:
        assert one(words, Kind.PERSON).kind is kind

    def test_a_surname_is_that_of_the_one_full_name_in_the_text(self) -> None:
        assert one("Quill", Kind.PERSON, "Peter Quill came. {} said no.").name == "Peter Quill"

    @pytest.mark.parametrize("said", ["who goes by the name", "known on the quay as", "nicknamed"])
    def test_whoever_goes_by_a_name_has_it_whatever_they_were_taken_for(self, said: str) -> None:
        agent = one(f"a docker {said} “Stubby”", Kind.ANONYMOUS)
        assert (agent.name, agent.kind, agent.naming) == ("Stubby", Kind.PERSON, Naming.NAMED)

    def test_a_surname_before_a_law_is_no_full_name_of_it(self) -> None:
        assert one("Mr. Brunt", Kind.PERSON, "The Brunt Clean Water Act passed. {} smiled.").name == "Brunt"

    def test_a_surname_of_two_people_stays_alone(self) -> None:
        assert one("Mr. Quill", Kind.PERSON, "Peter Quill met Rose Quill. {} said no.").name == "Quill"

    def test_a_word_that_the_text_writes_small_is_no_name(self) -> None:
        agent = one("Hauliers", Kind.PERSON, "{} were angry. The hauliers left.")
        assert agent.naming is Naming.DESCRIBED


class TestAntecedents:
    TEXT = "Ada Brunt came. The prosecutor left. She said no."
    MENTIONS = (("Ada Brunt", Kind.PERSON), ("The prosecutor", Kind.PERSON), ("She", Kind.PERSON))

    def test_a_sure_arc_gives_the_name_and_shows_its_words(self) -> None:
        found = linked(self.TEXT, *self.MENTIONS)
        assert [agent.name for agent in found] == ["Ada Brunt"] * 3
        assert {agent.words for agent in found} == {Span(0, 9)}

    def test_a_weak_arc_gives_none(self) -> None:
        found = linked(self.TEXT, *self.MENTIONS, p=SURELY - 0.01)
        assert [agent.name for agent in found] == ["Ada Brunt", "prosecutor", "unidentified woman"]

    def test_whoever_is_named_keeps_that_name_whatever_an_arc_says(self) -> None:
        found = linked("Ada Brunt came. Bram Ost left. He sang.", ("Ada Brunt", Kind.PERSON), ("Bram Ost", Kind.PERSON),
                       ("He", Kind.PERSON))  # fmt: skip
        assert [agent.name for agent in found] == ["Ada Brunt", "Bram Ost", "Bram Ost"]

    def test_a_name_that_comes_later_serves_where_it_is_the_only_one(self) -> None:
        found = linked("A clerk wept. Ada Brunt knew.", ("A clerk", Kind.PERSON), ("Ada Brunt", Kind.PERSON))
        assert found[0].name == "Ada Brunt"

    @pytest.mark.parametrize("words", ["Another clerk", "A second clerk", "a different clerk"])
    def test_another_is_not_the_one_before(self, words: str) -> None:
        found = linked(f"A clerk wept. {words} sang.", ("A clerk", Kind.ANONYMOUS), (words, Kind.ANONYMOUS))
        assert found[1].words != found[0].words

    def test_a_document_is_no_person(self) -> None:
        found = linked("Ada Brunt came. The letter said no.", ("Ada Brunt", Kind.PERSON), ("The letter", Kind.DOCUMENT))
        assert found[1].name == "letter"

    @pytest.mark.parametrize("words", ["he", "she", "they", "it", "who", "I"])
    @pytest.mark.parametrize("kind", Kind)
    def test_a_pronoun_is_never_a_name(self, words: str, kind: Kind) -> None:
        agent = one(words, kind)
        assert agent.name.startswith("un")
        assert agent.naming is not Naming.NAMED


class TestOutlets:
    def test_a_short_name_is_that_of_the_outlet_which_the_text_names(self) -> None:
        assert one("the Courier", Kind.OUTLET, "The Harl Courier wrote. Later {} denied it.").name == "Harl Courier"

    def test_the_gazetteer_gives_the_masthead(self) -> None:
        assert one("the Washington Post", Kind.OUTLET).name == "The Washington Post"

    def test_we_are_the_publisher(self) -> None:
        assert one("we", Kind.OUTLET, publisher="Harl Courier").name == "Harl Courier"

    def test_a_demonym_or_a_place_is_none(self) -> None:
        assert one("a Norway-based daily", Kind.OUTLET).naming is Naming.DESCRIBED

    @pytest.mark.parametrize("words", ["Enter The Washington Post", "Per The Washington Post", "The Washington Post"])
    def test_a_word_before_its_article_is_none_of_its_name(self, words: str) -> None:
        assert one(words, Kind.OUTLET).name == "The Washington Post"

    @pytest.mark.parametrize("words", ["this newspaper", "our newspaper", "us"])
    def test_the_paper_that_speaks_is_the_publisher(self, words: str) -> None:
        assert one(words, Kind.OUTLET, publisher="Harl Courier").name == "Harl Courier"

    def test_an_acronym_that_the_text_spells_as_a_body_is_one(self) -> None:
        agent = one("The PSA", Kind.WIRE, "The Port Safety Authority (PSA) met. {} left.")
        assert (agent.name, agent.kind) == ("Port Safety Authority", Kind.ORGANIZATION)

    def test_an_acronym_that_the_text_spells_as_an_agency_is_none(self) -> None:
        agent = one("TNA", Kind.WIRE, "The Tarn News Agency (TNA) wrote. {} went on.")
        assert (agent.name, agent.kind) == ("Tarn News Agency", Kind.WIRE)

    def test_what_follows_belongs_to_it_no_more(self) -> None:
        assert one("Mission Sheet, the blog of the Tarn Agency", Kind.OUTLET).name == "Mission Sheet"


class TestBodies:
    @pytest.mark.parametrize(
        ("words", "name"),
        [
            ("the Board of Works for Harl", "Board of Works for Harl"),
            ("Brunt’s campaign", "Brunt campaign"),
            ("the Tarn administration", "Tarn administration"),
            ("the ministry of Tarn", "ministry of Tarn"),
            ("the government in Tarn", "government in Tarn"),
            ("the harbour council of Harl", "harbour council of Harl"),
            ("Norway’s parliament", "Norwegian parliament"),
            ("Tarn’s foreign ministry", "foreign ministry of Tarn"),
            ("the company", "company"),
            ("the WHO", "WHO"),
        ],
    )
    def test_by_their_own_words(self, words: str, name: str) -> None:
        assert one(words, Kind.ORGANIZATION).name == name

    @pytest.mark.parametrize(
        "text",
        [
            "The Tarn Water Board (TWB) met. {} left.",
            "The Tarn Water Board met. {} left.",
            "{}, the Tarn Water Board, met.",
        ],
    )
    def test_an_acronym_stands_for_what_the_text_spells(self, text: str) -> None:
        assert one("The TWB", Kind.ORGANIZATION, text).name == "Tarn Water Board"

    @pytest.mark.parametrize("kind", [Kind.ORGANIZATION, Kind.PERSON, Kind.WIRE])
    def test_initials_of_small_words_count_where_they_are_written_small(self, kind: Kind) -> None:
        agent = one("the BoT", kind, "The Bank of Tarn met. {} left.")
        assert (agent.name, agent.kind) == ("Bank of Tarn", Kind.ORGANIZATION)


class TestDocuments:
    @pytest.mark.parametrize(
        ("words", "name"),
        [
            ("a new Tarn Trust survey released on Monday", "Tarn Trust survey"),
            ("Ada Brunt’s scathing letter to the board", "Ada Brunt’s letter"),
            ("a report by the Tarn Trust", "Tarn Trust report"),
            ("an internal letter to the board", "internal letter to the board"),
            ("the memo, which was leaked,", "memo"),
            ("sued", "lawsuit"),
        ],
    )
    def test_by_their_own_words(self, words: str, name: str) -> None:
        assert one(words, Kind.DOCUMENT).name == name

    def test_a_vague_word_of_a_longer_name_is_kept(self) -> None:
        assert one("a New York Times poll", Kind.DOCUMENT).name == "New York Times poll"

    def test_the_maker_is_whom_the_graph_has_it_from(self) -> None:
        text = "Ada Brunt wrote in a letter that it leaks."
        letter, maker = span(text, "a letter"), span(text, "Ada Brunt")
        arcs = (
            Arc(ArcKind.SAID_BY, 0, 0, evidence=(maker,)),
            Arc(ArcKind.THROUGH, 1, None, 0, Relation.PUBLISHED),
            Arc(ArcKind.THROUGH, 0, 1, 0, Relation.WROTE, evidence=(letter,)),
        )
        mentions = (Mention(maker, Kind.PERSON), Mention(letter, Kind.DOCUMENT))
        graph = AttributionGraph(text, (StatementNode((span(text, "it leaks"),)),), mentions, arcs)
        assert [agent.name for agent in agents(graph)] == ["Ada Brunt", "Ada Brunt’s letter"]

    def test_an_owner_without_a_name_has_that_of_its_cluster(self) -> None:
        text = "Tarn Mills shut. The company wept. The company’s release said so."
        mentions = (
            Mention(span(text, "Tarn Mills"), Kind.ORGANIZATION),
            Mention(span(text, "The company"), Kind.ORGANIZATION),
            Mention(span(text, "The company’s release"), Kind.DOCUMENT),
        )
        arcs = (Arc(ArcKind.SAME_AS, 1, 0, evidence=(mentions[0].span,)),)
        assert agents(AttributionGraph(text, mentions=mentions, arcs=arcs))[2].name == "Tarn Mills release"


@pytest.mark.parametrize(("words", "name"), [("tweeted", "Twitter"), ("an Instagram post", "Instagram"), ("X", "X")])
def test_a_verb_implies_a_platform(words: str, name: str) -> None:
    assert one(words, Kind.PLATFORM).name == name


@pytest.mark.parametrize(
    ("words", "name"), [("reportedly", "unspecified"), ("a recent interview", "unnamed interviewer")]
)
def test_nobody_in_particular(words: str, name: str) -> None:
    agent = one(words, Kind.UNSPECIFIED)
    assert (agent.name, agent.naming) == (name, Naming.ANONYMOUS)


def test_unnamed_sources_keep_their_description() -> None:
    agent = one("two officials, who asked not to be named,", Kind.ANONYMOUS)
    assert (agent.name, agent.naming) == ("two officials", Naming.ANONYMOUS)


def test_chains_get_names_and_kinds_by_mention() -> None:
    graph = AttributionGraph("Norway said no.", mentions=(Mention(Span(0, 6), Kind.PERSON),))
    found = agents(graph)
    put_right = settled(graph, found)
    [mention] = put_right.mentions
    assert (mention.type, mention.naming) == (Kind.ORGANIZATION, Naming.NAMED)
    assert name_of(put_right, found)(mention) == "Norway"


def test_a_body_stands_before_what_it_owns_and_a_person_owns_it() -> None:
    assert one("the Tarn Trust’s editorial board", Kind.GROUP).name == "Tarn Trust editorial board"
    assert one("Ada Brunt’s lawyers", Kind.GROUP).name == "Ada Brunt’s lawyers"


def test_an_ordinary_word_of_an_outlets_name_is_no_outlet() -> None:
    assert one("State news agency TNA", Kind.WIRE).name == "TNA"


def test_a_vague_word_is_no_maker() -> None:
    agent = one("Additional records", Kind.DOCUMENT)
    assert (agent.name, agent.naming) == ("records", Naming.DESCRIBED)
