"""A YAML file as values and what its writer put around them: comments, blank lines, brackets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ledger.files.scalars import Value


@dataclass(slots=True)
class Piece:
    """A value and what stands around it; None is a key with nothing behind it.

    ``above`` and ``below`` are comments and, as empty texts, blank lines; ``below`` stands right of the value's key.
    ``beside`` is a comment on its line and the column in which it began, in cells. ``braces``: it stood, or should
    stand, between brackets; ``block``: its text stood below ``|`` or ``>``.
    """

    value: "str | list[Piece] | dict[str, Piece] | None"
    above: list[str] = field(default_factory=list)
    beside: tuple[str, int] | None = None
    below: list[str] = field(default_factory=list)
    braces: bool = False
    block: bool = False

    @property
    def children(self) -> "list[Piece]":
        if isinstance(self.value, dict):
            return list(self.value.values())
        return self.value if isinstance(self.value, list) else []

    @property
    def commented(self) -> bool:
        """Whether a comment speaks of its line."""
        return self.beside is not None or any(self.above)

    @property
    def quiet(self) -> bool:
        """Whether nothing stands inside it that brackets cannot hold: a comment, or a key with nothing behind it."""
        return all(
            child.value is not None and not child.commented and not any(child.below) and child.quiet
            for child in self.children
        )

    @property
    def data(self) -> Value:
        """The value alone; keys with nothing behind them are not there."""
        if isinstance(self.value, dict):
            return {key: piece.data for key, piece in self.value.items() if piece.value is not None}
        return [piece.data for piece in self.value] if isinstance(self.value, list) else self.value or ""


def piece_of(value: Value) -> Piece:
    """Data that nobody has laid out yet: brackets for whatever holds no mappings, but for a mapping of a list."""
    if isinstance(value, str):
        return Piece(value)
    if isinstance(value, list):
        rows = all(isinstance(v, dict) and v for v in value)
        pieces = [piece_of(v) for v in value]
        for piece in pieces:
            piece.braces = not rows
        return Piece(list(pieces), braces=not rows)
    return Piece({key: piece_of(v) for key, v in value.items()}, braces=_is_flat(value))


def _is_flat(value: Mapping[str, Value]) -> bool:
    return not any(
        isinstance(inner, dict) for v in value.values() for inner in (v if isinstance(v, list) else [v])
    )
