"""What a source distribution and a wheel hold: all that is needed, and nothing that stays at home."""

from __future__ import annotations

import re
import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
NEVER = re.compile(r"(^|/)(shared|\.dev|\.venv|\.ci|\.git|\.provenance|__pycache__|\.[a-z]+_cache)(/|$)|\.pyc$")
WHEEL_ONLY = re.compile(r"provenance/|provenance_tracker-[\d.]+\.dist-info/")
LICENCES = ("LICENSE", "NOTICE")


def main(arguments: list[str]) -> int:
    if arguments[0] == "--extras":
        print(*extras(Path(arguments[1])))
        return 0
    source, wheel = map(Path, arguments)
    faults = [*_sdist(source), *_wheel(wheel)]
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{source.name}: {source.stat().st_size / 1e6:.1f} MB; {wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB")
    return 1 if faults else 0


def extras(wheel: Path) -> list[str]:
    """All but `dev`, which is for a checkout."""
    found = re.findall(r"^Provides-Extra: (\S+)$", _metadata(wheel), re.MULTILINE)
    return [name for name in found if name != "dev"]


def _sdist(path: Path) -> list[str]:
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    needed = {"pyproject.toml", "README.md", "CHANGELOG.md", *LICENCES, "provenance/__init__.py", *_files("data")}
    needed |= _files("examples") | _files("docs")
    return [*_missing(path, needed - names), *_kept_at_home(path, names)]


def _wheel(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
    needed = {f"provenance/{name}" for name in _files("data")} | _files("provenance")
    told = {f"licenses/{name}" for name in LICENCES} | {"entry_points.txt", "METADATA"}
    faults = [*_missing(path, needed - names), *_kept_at_home(path, names)]
    faults += [
        f"{path.name}: no {name}" for name in told if not any(one.endswith(f".dist-info/{name}") for one in names)
    ]
    faults += [
        f"{path.name}: {name} belongs to nothing that is installed" for name in names if not WHEEL_ONLY.match(name)
    ]
    return faults + _version(path)


def _version(wheel: Path) -> list[str]:
    """A version is said in four places."""
    [version] = re.findall(r"^Version: (\S+)$", _metadata(wheel), re.MULTILINE)
    told = (ROOT / "provenance" / "__init__.py").read_text("utf8")
    changes = (ROOT / "CHANGELOG.md").read_text("utf8")
    faults = [] if f'__version__ = "{version}"' in told else [f"provenance/__init__.py: its version is not {version}"]
    if not re.search(rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$", changes, re.MULTILINE):
        faults.append(f"CHANGELOG.md: no part '## [{version}] - DATE'")
    return faults


def _metadata(wheel: Path) -> str:
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        return archive.read(name).decode()


def _files(folder: str) -> set[str]:
    found = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return {name for path in found if not NEVER.search(name := path.relative_to(ROOT).as_posix())}


def _missing(path: Path, names: set[str]) -> list[str]:
    return [f"{path.name}: {name} is not in it" for name in sorted(names)]


def _kept_at_home(path: Path, names: set[str]) -> list[str]:
    return [f"{path.name}: {name} does not belong in it" for name in sorted(names) if NEVER.search(name)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
