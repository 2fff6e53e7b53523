"""The Dash app of one state of the data, put together of what is on screen and what is served beside it."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from dash import ClientsideFunction, Dash, Input, Output
from flask import Flask, Response, request
from markupsafe import Markup

from catalog import explored
from components import states
from components.clinician import states as clinician
from components.clinician.charts.explored import figures
from components.clinician.handout import Clinic
from components.clinician.sheet.drawings import drawings
from components.explorer import plate
from components.explorer.spine import enlarged, whole
from components.frame import screen
from components.frame.document import Document, document
from components.kit import contract
from components.kit.icons import stylesheet
from components.kit.steady import without_sweeping
from components.kit.to_json import to_json
from components.kit.voice import Voice
from publish import speech, styles, worker
from publish.modules import publish_modules
from publish.vendor import plotly
from server.built import fingerprint
from server.current import Current
from server.harden import harden
from server.settings import Settings

Files = dict[str, tuple[bytes, str]]  # address -> body, media type
VENDOR = Path(__file__).parent / "assets" / "vendor"
MODULES = VENDOR.parent / "modules"
SVG, JSON, SCRIPT, STYLE = "image/svg+xml", "application/json", "text/javascript", "text/css"
OUTPUTS = (
    ("levels-shown", "shown"),
    ("detail-shown", "shown"),
    ("turn-shown", "shown"),
    ("page-shown", "shown"),
    ("bar-shown", "shown"),
    ("announcer", "children"),
)


@without_sweeping()
def assemble(settings: Settings, current: Current) -> Dash:
    """The Dash app of one state of the data, hardened and ready to serve."""
    catalog = current.catalog
    views = plate.load_views()
    files: Files = {}

    def publish(name: str, body: bytes, kind: str, folder: str = "content") -> str:
        files[f"/{folder}/{name}"] = (body, kind)
        return f"{folder}/{name}?m={fingerprint(body)}"

    plates = {
        f"{view}-{region}": publish(f"{view}-{region}.svg", str(enlarged(catalog, look, region, views)).encode(), SVG)
        for look, view in plate.LOOKS.items()
        for region in explored(catalog)
    }
    plates["posterior"] = publish("posterior.svg", str(whole(catalog, "back", views)).encode(), SVG)
    voices = {language: Voice(catalog, language) for language in catalog.languages}
    modules = publish_modules(MODULES, lambda name, body: publish(f"modules/{name}", body, SCRIPT))

    def publish_styles(name: str) -> str:
        return publish(name, styles.sheet(styles.FOLDER / name).encode(), STYLE)

    def publish_json(name: str, told: object) -> str:
        return publish(f"{name}.json", to_json(told), JSON)

    def words(voice: Voice) -> contract.Words:
        return states.words(voice, settings.emergency_number, settings.staff_text)

    wing = wing_files(settings, voices, modules.apart, partial(publish, folder="wing"))
    site = states.site(
        catalog,
        files=contract.Files(
            plates=plates,
            content={language: publish_json(f"words.{language}", words(voice)) for language, voice in voices.items()},
            pages={
                language: publish_json(f"pages.{language}", states.pages(voice)) for language, voice in voices.items()
            },
            record=publish_json("record", states.record_codes(catalog)),
        ),
        later=modules.later,
        styles=[publish_styles("later.css")],
        speech={
            language: publish_json(f"speech.{language}", names)
            for language in voices
            if (names := sorted(speech.made(settings.speech, language)))
        },
        kiosk=settings.kiosk,
        times=contract.Times(idle=settings.idle_seconds, warn=settings.warn_seconds),
        wing=clinician.door(catalog, publish("wing.json", to_json(wing), JSON, folder="wing")),
    )
    drawing = whole(catalog, "side", views)
    dash_app = Dash(
        __name__,
        title=voices[catalog.languages[0]]("app.name"),
        update_title="",
        assets_path_ignore=["address.js", "vendor", "spine_svg", "icons", "css", "modules"],
        external_stylesheets=[f"/{publish_styles('first.css')}"],
    )
    vendor = [
        f"assets/vendor/{name}.css?m={fingerprint((VENDOR / f'{name}.css').read_bytes())}"
        for name in ("bootstrap", "fonts")
    ]
    documents = {
        language: document(voices, language, drawing, site, vendor, modules.first, settings.px_per_mm)
        for language in voices
    }
    in_asked_language(dash_app, documents, catalog.languages[0])
    dash_app.layout = screen.layout()
    dash_app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("explorer", "show"),
        *(Output(name, prop) for name, prop in OUTPUTS),
        Input("state", "data-search"),
    )
    serve(dash_app.server, files)
    speech.serve(dash_app.server, settings.speech)
    harden(dash_app, current)
    worker.serve(dash_app, voices[catalog.languages[0]]("app.name"), catalog.languages)
    return dash_app


def wing_files(
    settings: Settings,
    voices: Mapping[str, Voice],
    modules: list[str],
    publish: Callable[[str, bytes, str], str],
) -> contract.WingFiles:
    """Publish what the physician's wing is made of; nothing of it is named in the first HTML, so nobody fetches it
    ahead.
    """
    bootstrap = "dash_bootstrap_components.min.js"
    script = pkgutil.get_data("dash_bootstrap_components", f"_components/{bootstrap}")
    assert script is not None  # the package brings it

    sheet = styles.sheet(styles.FOLDER / "clinician.css")

    def words(name: str, told: object) -> str:
        return publish(f"{name}.json", to_json(told), JSON)

    catalog = next(iter(voices.values())).catalog
    drawn = {name: publish(f"paper-{name}.svg", str(one).encode(), SVG) for name, one in drawings(catalog).items()}
    pages = clinician.writers(Clinic(settings.public_url, settings.emergency_number, drawn))
    return contract.WingFiles(
        words={language: words(f"words.{language}", clinician.wing(voice)) for language, voice in voices.items()},
        pages={
            name: {language: words(f"{name}.{language}", write(voice)) for language, voice in voices.items()}
            for name, write in pages.items()
        },
        modules=modules,
        styles=[publish("clinician.css", (sheet + stylesheet(clinician.ICONS)).encode(), STYLE)],
        scripts=[publish(bootstrap, script, SCRIPT)],
        plotly=publish("plotly.js", plotly.source().read_bytes(), SCRIPT),
        figures={language: words(f"figures.{language}", figures(voice)) for language, voice in voices.items()},
    )


def in_asked_language(dash_app: Dash, documents: dict[str, Document], default: str) -> None:
    """Answer with the first HTML in the language that the address asks for."""

    def interpolate_index(**parts: str | None) -> str:
        chosen = documents.get(request.args.get("lang", ""), documents[default])
        return chosen(**{name: Markup(part or "") for name, part in parts.items()})

    dash_app.interpolate_index = interpolate_index  # type: ignore[assignment, method-assign]


def serve(flask_app: Flask, files: Files) -> None:
    """What the page fetches in the background: plates and words, made at the start."""

    def send(address: str) -> Response:
        body, kind = files[address]
        return Response(body, mimetype=kind)

    for address in files:
        flask_app.add_url_rule(address, endpoint=address, view_func=send, defaults={"address": address})
