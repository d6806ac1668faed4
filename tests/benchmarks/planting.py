"""Faults that somebody might make in a source text: where each one can stand, and the text with it.

A place is a comparison, a number, a condition, an ``and`` or ``or``, a returned True or False, a ``not``. Each can be
wrong in a way or two. What is planted stays a text, with every other character as it was, so that it can be shown and
run by any process as the file that it stands in.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

_SWAPPED: dict[type[ast.cmpop], tuple[str, tuple[str, ...]]] = {
    ast.Lt: ("<", ("<=", ">")),
    ast.LtE: ("<=", ("<", ">=")),
    ast.Gt: (">", (">=", "<")),
    ast.GtE: (">=", (">", "<=")),
    ast.Eq: ("==", ("!=",)),
    ast.NotEq: ("!=", ("==",)),
    ast.In: ("in", ("not in",)),
    ast.NotIn: (r"not\s+in", ("in",)),
    ast.Is: ("is", ("is not",)),
    ast.IsNot: (r"is\s+not", ("is",)),
}
"""A comparison as it is written, and what it may be mistaken for: its edge moved, or its sense turned."""


@dataclass(frozen=True)
class Edit:
    """Bytes from ``start`` to ``end`` of a text become ``words``."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Fault:
    """One way in which a place can be wrong: what kind of mistake it is, and what is written instead."""

    kind: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Place:
    """Where something can be wrong.

    ``line``: its number, from 1. ``function``: the line of the innermost function that it stands in, None outside of
    functions.
    """

    line: int
    function: int | None
    faults: tuple[Fault, ...]


class Text:
    """A source text with the places where a fault may be planted."""

    def __init__(self, source: str) -> None:
        self._bytes = source.encode()
        starts = [0]
        for line in self._bytes.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        self._starts = starts
        self._tree = ast.parse(source)
        self.places = tuple(self._looked_through(self._tree, None))

    def planted(self, fault: Fault) -> str:
        """The whole text with the fault in it."""
        found = self._bytes
        for edit in sorted(fault.edits, key=lambda each: each.start, reverse=True):
            found = found[: edit.start] + edit.words.encode() + found[edit.end :]
        return found.decode()

    def change(self, fault: Fault) -> tuple[str, str]:
        """The lines that the fault changes, before and after, each as one line."""
        first = max(each for each in self._starts if each <= min(edit.start for edit in fault.edits))
        behind = len(self._bytes) - min(each for each in self._starts if each >= max(edit.end for edit in fault.edits))
        after = self.planted(fault).encode()
        return _one_line(self._bytes[first : len(self._bytes) - behind]), _one_line(after[first : len(after) - behind])

    def marked(self, name: str, words: str) -> str:
        """The whole text, in which each function begins with noting ``words`` and its line.

        It is noted in a set that is kept under ``name`` among the built-in names.
        """
        edits = []
        for node in _functions(self._tree):
            first = node.body[1 if ast.get_docstring(node, clean=False) is not None and node.body[1:] else 0]
            start = self._at(first.lineno, first.col_offset)
            noting = f"vars(__import__('builtins')).setdefault({name!r}, set()).add('{words}:{node.lineno}')"
            # On a line of its own where the statement has one: before a condition or a loop it must.
            before = self._bytes[self._at(first.lineno, 0) : start].decode()
            edits.append(Edit(start, start, f"{noting}\n{before}" if not before.strip() else f"{noting}; "))
        return self.planted(Fault("mark", tuple(edits)))

    def _looked_through(self, node: ast.AST, function: int | None) -> Iterator[Place]:
        if isinstance(node, ast.JoinedStr) or _is_for_types(node):
            return  # Python 3.11 doesn't say where the parts of such a text stand; what is for types never runs.
        if isinstance(node, ast.expr | ast.stmt | ast.comprehension):
            for line, faults in self._faults(node):
                yield Place(line, function, tuple(faults))
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns"):
                continue
            inner = function
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and name == "body":
                inner = node.lineno
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from self._looked_through(child, inner)

    def _faults(self, node: ast.expr | ast.stmt | ast.comprehension) -> Iterator[tuple[int, list[Fault]]]:
        match node:
            case ast.Compare():
                yield from self._comparisons(node)
            case ast.BoolOp():
                yield node.lineno, [Fault("and or", tuple(self._joints(node)))]
            case ast.Constant(value=int() as number) if not isinstance(number, bool):
                edits = [self._over(node, str(number + step)) for step in (1, -1)]
                yield node.lineno, [Fault("number", (edit,)) for edit in edits]
            case ast.UnaryOp(op=ast.Not()):
                start = self._at(node.lineno, node.col_offset)
                yield node.lineno, [Fault("dropped not", (Edit(start, start + len("not"), ""),))]
            case ast.Return(value=ast.Constant(value=bool() as said) as told):
                yield node.lineno, [Fault("returned", (self._over(told, str(not said)),))]
            case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
                # A ``not`` in front is dropped, a comparison is turned: negating them is the same fault again.
                if not isinstance(test, ast.Compare | ast.UnaryOp):
                    yield test.lineno, [self._negated(test)]
            case ast.comprehension(ifs=ifs):
                for each in ifs:
                    if not isinstance(each, ast.Compare | ast.UnaryOp):
                        yield each.lineno, [self._negated(each)]

    def _comparisons(self, node: ast.Compare) -> Iterator[tuple[int, list[Fault]]]:
        sides = [node.left, *node.comparators]
        for operator, left, right in zip(node.ops, sides, sides[1:], strict=False):
            written, instead = _SWAPPED[type(operator)]
            edits = [self._between(left, right, written, each) for each in instead]
            yield left.end_lineno or left.lineno, [Fault("comparison", (edit,)) for edit in edits]

    def _joints(self, node: ast.BoolOp) -> Iterator[Edit]:
        written, instead = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield self._between(left, right, written, instead)

    def _negated(self, node: ast.expr) -> Fault:
        start, end = self._span(node)
        return Fault("condition", (Edit(start, start, "not ("), Edit(end, end, ")")))

    def _over(self, node: ast.expr, words: str) -> Edit:
        return Edit(*self._span(node), words)

    def _between(self, left: ast.expr, right: ast.expr, written: str, words: str) -> Edit:
        start, end = self._span(left)[1], self._span(right)[0]
        # What may stand there beside the word: brackets, the end of a line, a remark.
        gap = re.sub(rb"#[^\n]*", lambda found: b" " * len(found[0]), self._bytes[start:end])
        found = re.search(rb"(?<![\w<>=!])" + written.encode() + rb"(?![\w<>=!])", gap)
        assert found is not None
        return Edit(start + found.start(), start + found.end(), words)

    def _span(self, node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._at(node.lineno, node.col_offset), self._at(node.end_lineno, node.end_col_offset)

    def _at(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column


def _functions(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (each for each in ast.walk(node) if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef))


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _one_line(words: bytes) -> str:
    return " ".join(words.decode().split())
