"""Open sets are discovered: adding a rule, a register or a list is adding one file."""

import importlib
import os
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def names(package: str) -> list[str]:
    """The modules directly in ``package``, in order, none of them imported."""
    folder = importlib.import_module(package)
    files = (entry.name for path in folder.__path__ for entry in os.scandir(path))
    return sorted(
        name.removesuffix(".py") for name in files if name.endswith(".py") and name != "__init__.py"
    )


def modules(package: str) -> list[ModuleType]:
    """All of them, imported."""
    return [importlib.import_module(f"{package}.{name}") for name in names(package)]


class Shelf(Mapping[str, T]):
    """What the modules of ``package`` hold under ``attribute``, by the module's name; imported when it is taken.

    Raises TypeError when a module's object is missing or of another type.
    """

    def __init__(self, package: str, attribute: str, kind: type[T]) -> None:
        self._package, self._attribute, self._kind = package, attribute, kind
        self._names = names(package)
        self._taken: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._taken:
            self._taken[name] = self._take(name)
        return self._taken[name]

    def _take(self, name: str) -> T:
        if name not in self._names:
            raise KeyError(name)
        value = getattr(importlib.import_module(f"{self._package}.{name}"), self._attribute, None)
        if not isinstance(value, self._kind):
            message = f"{self._package}.{name}.{self._attribute} is no {self._kind.__name__}"
            raise TypeError(message)
        return value

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
