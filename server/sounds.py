"""The sounds of the sentences: files of a folder, a folder a language."""

from __future__ import annotations

from pathlib import Path

from flask import Flask, Response, send_from_directory

ROUTE = "/speech/<language>/<file>"


def send(flask_app: Flask, folder: Path) -> None:
    """Add their route."""

    @flask_app.get(ROUTE)
    def sound(language: str, file: str) -> Response:
        return send_from_directory(folder, f"{language}/{file}", mimetype="audio/ogg")


def addresses(folder: Path) -> list[str]:
    """All that the route answers."""
    return sorted(f"/speech/{path.relative_to(folder).as_posix()}" for path in folder.glob("*/*.opus"))
