"""How rare each word is: `python -m training.rarity data/reader/tokenizer.json > data/rarity.txt`.

The word pieces of BERT (Devlin et al. 2019) stand in the order of how often they occur in its corpora, so that a
word's place is its rank. Written are the stems that linking compares (`iris.words`), the most frequent first.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from provenance.text import words

FIRST_WORD = 1996
"""Before it stand single characters and marks."""


def stems(tokenizer: Path) -> list[str]:
    pieces = json.loads(tokenizer.read_text(encoding="utf8"))["model"]["vocab"]
    whole = [piece for piece, place in sorted(pieces.items(), key=lambda item: item[1]) if place >= FIRST_WORD]
    return list(dict.fromkeys(stem for piece in whole if not piece.startswith("##") for stem in words(piece)))


if __name__ == "__main__":
    print("\n".join(stems(Path(sys.argv[1]))))
