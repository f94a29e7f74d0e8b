"""Files written whole or not at all."""

from collections.abc import Mapping
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Writes the file in one step, and not at all when it holds these bytes already.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_whole(Path(folder, "new", "a.csv"), b"1")
    ...     Path(folder, "new", "a.csv").read_bytes()
    b'1'
    """
    write_all(path.parent, {path.name: data})


def write_all(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Writes files into a folder: all are laid ready before the first takes its place.

    Files that hold their bytes already are left alone. When laying one ready fails, nothing has changed.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     [path.name for path in write_all(Path(folder), {"a.csv": b"1", "b.csv": b"2"})]
    ['a.csv', 'b.csv']
    """
    folder.mkdir(parents=True, exist_ok=True)
    changed = {folder / name: data for name, data in files.items() if not _holds(folder / name, data)}
    parts = {path: path.with_name(f".{path.name}.part") for path in changed}
    try:
        for path, part in parts.items():
            part.write_bytes(changed[path])
        for path, part in parts.items():
            part.replace(path)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
    return [folder / name for name in files]


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data
