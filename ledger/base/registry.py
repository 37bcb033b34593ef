"""Open sets are discovered: adding a rule, a register or a list is adding one file."""

import importlib
import pkgutil
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def modules(package: str) -> list[ModuleType]:
    """Every module directly in ``package``, in name order, imported."""
    folder = importlib.import_module(package)
    names = sorted(info.name for info in pkgutil.iter_modules(folder.__path__) if not info.ispkg)
    return [importlib.import_module(f"{package}.{name}") for name in names]


def discover(package: str, attribute: str, kind: type[T]) -> list[T]:
    """The object called ``attribute`` of every module that has one, in module order.

    Raises TypeError when a module's object is of another type: a gap must show at start, not in a report.
    """
    found: list[T] = []
    for module in modules(package):
        value = getattr(module, attribute, None)
        if value is None:
            continue
        if not isinstance(value, kind):
            message = f"{module.__name__}.{attribute} is no {kind.__name__}"
            raise TypeError(message)
        found.append(value)
    return found
