"""An extractor on any OpenAI-compatible endpoint: $PROVENANCE_ENDPOINT, $PROVENANCE_MODEL, $PROVENANCE_API_KEY."""

from __future__ import annotations

import json
import os

from provenance.errors import ExtractorError, MissingExtraError
from provenance.model import Article, Attribution, Extractor, Hop, Kind, Quotation, Reading, Relation, Span

TASK = """List who says what in the article. Answer with JSON: {"statements": [{"content": …, "cue": …, "source": …,
"chain": [{"name": …, "kind": …, "relation": …}]}]}. content, cue and source are copied word for word from the article.
The chain runs from the outlet nearest the article to the first source. kind: {kinds}; relation: {relations}."""


RELATIONS = tuple(one for one in Relation if one is not Relation.CONTRIBUTED)


class Endpoint:
    """Asks a language model; keeps only statements whose words stand in the article."""

    def __init__(self) -> None:
        self.identity = Extractor("endpoint", "2", os.environ.get("PROVENANCE_MODEL"))
        self._url = os.environ.get("PROVENANCE_ENDPOINT", "")
        if not self._url.startswith(("http://", "https://")):
            raise ExtractorError("set PROVENANCE_ENDPOINT to the address of an OpenAI-compatible server, up to /v1")

    def read(self, article: Article) -> Reading:
        """What the model says `article` attributes. Raises ExtractorError where it does not answer, or not as asked."""
        try:
            found = json.loads(self._ask(article.text))["statements"]
            made = [_attribution(article.text, statement) for statement in found]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ExtractorError(f"{self._url}: the answer on '{article.key}' is not as asked: {error!r}") from error
        return Reading(article, self.identity, attributions=tuple(one for one in made if one))

    def _ask(self, text: str) -> str:
        try:
            import httpx
        except ImportError as error:
            raise MissingExtraError(
                "this extractor needs an extra: pip install 'provenance-tracker[endpoint]'"
            ) from error
        task = TASK.replace("{kinds}", ", ".join(Kind)).replace("{relations}", ", ".join(RELATIONS))
        messages = [{"role": "system", "content": task}, {"role": "user", "content": text}]
        asked = {"model": self.identity.model, "temperature": 0, "messages": messages}
        key = os.environ.get("PROVENANCE_API_KEY")
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        try:
            answer = httpx.post(f"{self._url.rstrip('/')}/chat/completions", json=asked, headers=headers, timeout=120)
            answer.raise_for_status()
        except httpx.HTTPError as error:
            raise ExtractorError(f"{self._url} does not answer: {error}") from error
        content: str = answer.json()["choices"][0]["message"]["content"]
        return content


def _attribution(text: str, statement: dict[str, object]) -> Attribution | None:
    spans = {role: _span(text, str(statement.get(role) or "")) for role in ("content", "cue", "source")}
    if not spans["content"]:
        return None
    chain = tuple(
        Hop(
            str(hop["name"]),
            Kind(hop["kind"]),
            Relation(hop["relation"]),
            hop["kind"] == Kind.ANONYMOUS,
            confidence=0.5,
        )
        for hop in statement["chain"]  # type: ignore[attr-defined]
    )
    content, cue, source = spans["content"], spans["cue"], spans["source"]
    return Attribution(content, cue, source, Quotation.INDIRECT, chain, confidence=0.5) if chain else None


def _span(text: str, words: str) -> tuple[Span, ...]:
    at = text.find(words) if words else -1
    return (Span(at, at + len(words)),) if at >= 0 else ()
