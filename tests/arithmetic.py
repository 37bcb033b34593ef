"""A calculator for printed formulas, exact: what people recompute a score with, and knows nothing of the program."""

import ast
import operator
from collections.abc import Callable, Mapping
from fractions import Fraction

_OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_FUNCTIONS: dict[str, Callable[..., Fraction]] = {"min": min, "max": max}


def evaluated(formula: str, names: Mapping[str, Fraction] | None = None) -> Fraction:
    """``12*9.5/10.5`` → 76/7; anything but + - * / ( ) min max, numbers and ``names`` fails."""
    return _value(ast.parse(formula, mode="eval").body, formula, names or {})


def _value(node: ast.expr, formula: str, names: Mapping[str, Fraction]) -> Fraction:
    match node:
        case ast.Constant(value=int() | float()):
            return Fraction(ast.get_source_segment(formula, node) or "")
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATORS[type(op)](_value(left, formula, names), _value(right, formula, names))
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
            return _FUNCTIONS[name](*(_value(each, formula, names) for each in arguments))
        case ast.Name(id=name) if name in names:
            return names[name]
        case _:
            raise ValueError(formula)
