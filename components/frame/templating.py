"""The HTML that stands around the app, from Jinja templates. What indents a template is not sent."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

FOLDER = Path(__file__).parent / "templates"
INDENT = re.compile(r"\s*\n\s*")


def _source(name: str) -> str:
    return INDENT.sub("", (FOLDER / name).read_text(encoding="utf-8"))


TEMPLATES = Environment(loader=FunctionLoader(_source), autoescape=True, undefined=StrictUndefined)


def render(name: str, **values: object) -> Markup:
    """A template filled in; texts are escaped, `Markup` stays. Raises `jinja2.UndefinedError` for a value left out."""
    return Markup(TEMPLATES.get_template(name).render(**values))
