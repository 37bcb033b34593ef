"""The frame around every command: option dataclasses in, exit code out, the user's mistakes in one sentence."""

import dataclasses
import functools
import inspect
from collections.abc import Callable
from typing import Any, get_type_hints

from ledger.base.errors import LedgerError
from ledger.commands.answers import cache_opened, noting
from ledger.commands.caching import caching
from ledger.commands.options import Output
from ledger.commands.printing import impossible
from ledger.commands.progress import attended

Run = Callable[..., int]


def command(name: str, *, kept: bool = False) -> Callable[[Run], Run]:
    """Spread parameters that are option dataclasses into their fields, so that typer sees plain options.

    ``kept``: the answer may be given again while files, git and :mod:`~ledger.commands.circumstances` are as they were.
    Whatever else the command reads, and all that it writes, is told to :mod:`ledger.files.witness`.
    """

    def frame(function: Run) -> Run:
        original = inspect.signature(function, eval_str=True)
        spread: dict[str, Any] = {}
        parameters: list[inspect.Parameter] = []
        for parameter in original.parameters.values():
            if dataclasses.is_dataclass(parameter.annotation):
                spread[parameter.name] = parameter.annotation
                parameters += _options(parameter.annotation)
            else:
                parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))

        @functools.wraps(function)
        def called(**values: Any) -> int:
            for key, kind in spread.items():
                values[key] = kind(**{f.name: values.pop(f.name) for f in dataclasses.fields(kind)})
            output = values.get("output", Output())
            cached = not any(getattr(values[key], "no_cache", False) for key in spread)
            try:
                with (
                    attended(wanted=output.format != "json"),
                    caching(wanted=cached, opened=cache_opened()),
                ):
                    return noting(lambda: function(**values), kept=kept and cached)
            except LedgerError as error:
                return impossible(name, str(error), output)

        called.__signature__ = original.replace(parameters=parameters)  # type: ignore[attr-defined]
        called.__annotations__ = {p.name: p.annotation for p in parameters}
        return called

    return frame


def _options(kind: Any) -> list[inspect.Parameter]:
    hints = get_type_hints(kind, include_extras=True)
    return [
        inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]
        )
        for field in dataclasses.fields(kind)
    ]
