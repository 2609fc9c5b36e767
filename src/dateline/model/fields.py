"""Fields of parsed JSON, each taken as the kind that it must be: what does not fit is named with its place."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import TypeVar

from dateline.errors import CodingMalformed

Code = TypeVar("Code", bound=StrEnum)
Value = TypeVar("Value")

_HALF_PAIR = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """Return text that a file can hold: half a surrogate pair becomes U+FFFD, so offsets stay.

    >>> whole("ten \\ud83d died")
    'ten \ufffd died'
    """
    return _HALF_PAIR.sub("\ufffd", text)


class Fields:
    """An object of parsed JSON, asked for one field after another; CodingMalformed names the first that is wrong.

    >>> Fields({"low": "ten"}, "coded.jsonl line 3").number("low")
    Traceback (most recent call last):
    dateline.errors.CodingMalformed: coded.jsonl line 3: "low" is not a whole number. Each line must be ...
    """

    def __init__(self, given: object, where: str, name: str = "") -> None:
        self._where = where
        self._name = name
        if not isinstance(given, dict):
            raise CodingMalformed(where, f'"{name}" is not an object' if name else "it is not an object")
        self._given = given

    def __contains__(self, name: str) -> bool:
        return self._given.get(name) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def wrong(self, name: str, why: str) -> CodingMalformed:
        """Return the error that says what is wrong with a field."""
        path = f"{self._name}.{name}" if self._name else name
        return CodingMalformed(self._where, f'"{path}" {why}')

    def text(self, name: str) -> str:
        """Return a string that must be there."""
        given = self._given.get(name)
        if not isinstance(given, str):
            raise self.wrong(name, "is not a string")
        return whole(given)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of strings, empty when the field is missing."""
        given = self._list(name)
        found = [whole(item) for item in given if isinstance(item, str)]
        if len(found) < len(given):
            raise self.wrong(name, "is not a list of strings")
        return tuple(found)

    def number(self, name: str) -> int:
        """Return a whole number."""
        given = self._given.get(name)
        if not isinstance(given, int) or isinstance(given, bool):
            raise self.wrong(name, "is not a whole number")
        return given

    def numbers(self, name: str) -> tuple[int, ...]:
        """Return a list of whole numbers, empty when the field is missing."""
        given = self._list(name)
        found = [item for item in given if isinstance(item, int) and not isinstance(item, bool)]
        if len(found) < len(given):
            raise self.wrong(name, "is not a list of whole numbers")
        return tuple(found)

    def decimal(self, name: str) -> float:
        """Return a finite number."""
        given = self._given.get(name)
        if isinstance(given, int | float) and not isinstance(given, bool) and abs(given) < math.inf:
            with suppress(OverflowError):
                float(given)
                return given
        raise self.wrong(name, "is not a number")

    def flag(self, name: str) -> bool:
        """Return true or false."""
        given = self._given.get(name)
        if not isinstance(given, bool):
            raise self.wrong(name, "is neither true nor false")
        return given

    def day(self, name: str) -> date:
        """Return an ISO day."""
        try:
            return date.fromisoformat(self.text(name))
        except ValueError:
            raise self.wrong(name, "is not an ISO day such as 2026-01-31") from None

    def code(self, name: str, codes: type[Code]) -> Code:
        """Return a code of a closed vocabulary."""
        try:
            return codes(self.text(name))
        except ValueError:
            raise self.wrong(name, f"is none of {', '.join(codes)}") from None

    def maybe(self, name: str, take: Callable[[str], Value]) -> Value | None:
        """Return what ``take`` makes of a field, None when it is null or missing."""
        return take(name) if name in self else None

    def item(self, name: str) -> Fields:
        """Return an object."""
        return Fields(self._given.get(name), self._where, f"{self._name}.{name}" if self._name else name)

    def items(self, name: str) -> Iterator[Fields]:
        """Yield the objects of a list, none when the field is missing."""
        for number, item in enumerate(self._list(name)):
            yield Fields(item, self._where, f"{self._name}.{name}[{number}]" if self._name else f"{name}[{number}]")

    def _list(self, name: str) -> list[object]:
        found = self._given.get(name, [])
        if not isinstance(found, list):
            raise self.wrong(name, "is not a list")
        return found
