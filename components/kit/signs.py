"""A warning sign as it stands on every page: the sign, what it may mean, and what to do."""

from __future__ import annotations

from dash import html

from catalog import RedFlag
from components.kit.controls import Node, sentence
from components.kit.markup import attrs
from components.kit.voice import Voice


def sign(voice: Voice, flag: RedFlag) -> html.Li:
    """What to do is left out where it is what all emergencies share: that stands beside the list, with the number."""
    meaning = voice("sign.may-mean", text=sentence(voice.of(flag.may_mean)))
    said: list[Node] = [html.Span(sentence(voice.of(flag.flag))), html.Span(meaning, className="do")]
    if flag.action_text != voice.catalog.shared_action:
        said.append(html.Span(sentence(voice.of(flag.action_text)), className="do"))
    return html.Li(said, **attrs(data_flag=flag.id))
