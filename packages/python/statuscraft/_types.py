from __future__ import annotations

from typing import Literal, TypedDict

Form = Literal["program", "handler", "response"]
ClassName = Literal["1xx", "2xx", "3xx", "4xx", "5xx"]


class Spec(TypedDict):
    """The section of the document that defines a code."""

    document: str
    section: str


class User(TypedDict):
    """Who uses a code that is in no registry, and for what."""

    name: str
    phrase: str
    meaning: str
    documentation: str


class _Code(TypedDict):
    code: int
    phrase: str
    formerly: list[str]
    registration: Literal["registered", "temporary", "deprecated", "obsoleted", "unused", "unofficial"]
    fault: Literal["client", "server", "neither"]
    spec: Spec | None
    summary: str


class CodeEntry(_Code, total=False):
    """A status code in the list of codes."""

    used_by: list[User]


class TargetEntry(TypedDict):
    """A framework or a client."""

    id: str
    title: str
    role: Literal["server", "client"]
    aliases: list[str]
    language: str
    version: str
    documentation: str
    file: str
    port: int
    install: str
    run: str


class FormatEntry(TypedDict):
    """An output format."""

    name: str
    about: str
    extension: str
