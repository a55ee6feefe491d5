"""What an empty environment grew to, and by what most; README.md must say so, give or take a tenth."""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

BEFORE = frozenset(("pip", "setuptools"))
"""What an environment has before anything is installed in it."""
README = Path(__file__).parents[1] / "README.md"
TENTH = 0.1


def main() -> int:
    sizes = {one.name: _size(one) for one in distributions() if one.name.lower() not in BEFORE}
    largest = sorted(sizes.items(), key=lambda one: -one[1])[:5]
    whole = sum(sizes.values())
    print(f"{whole:.0f} MB in {len(sizes)} packages: {', '.join(f'{name} {size:.0f}' for name, size in largest)}")
    page = " ".join(README.read_text("utf8").split())
    told = re.search(r"grows by (\d+) MB and (\d+) packages: (.*?)\. ", page)
    if not told or not all(_near(int(said), is_so) for said, is_so in ((told[1], whole), (told[2], len(sizes)))):
        print(f"README.md does not say that it grows by {whole:.0f} MB and {len(sizes)} packages")
        return 1
    unsaid = [name for name, _ in largest if name.partition("-")[0] not in told[3]]
    print(*(f"README.md does not name {name} among the largest\n" for name in unsaid), sep="", end="")
    return 1 if unsaid else 0


def _near(said: float, measured: float) -> bool:
    return abs(said - measured) <= TENTH * measured


def _size(distribution: Distribution) -> float:
    """In MB of 2^20 bytes, with what was compiled of it."""
    files = (Path(str(file.locate())) for file in distribution.files or ())
    return sum(path.stat().st_size for path in files if path.is_file()) / 2**20


if __name__ == "__main__":
    sys.exit(main())
