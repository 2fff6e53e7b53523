"""One call that makes a Dash app fit for strangers."""

from dash import Dash, _callback
from flask import Flask, Response, request

from server import beat, delivery, errors, gate, health, policy
from server import dash_page as index
from server.current import Current
from server.settings import Settings


def _refuse_server_callbacks(dash_app: Dash) -> None:
    for callback in [*dash_app._callback_list, *_callback.GLOBAL_CALLBACK_LIST]:
        if not callback["clientside_function"]:
            raise ValueError(
                f"The callback for {callback['output']} asks the server. Only clientside callbacks are served."
            )


def _refuse_left_out(dash_app: Dash) -> None:
    layout = dash_app.layout() if callable(dash_app.layout) else dash_app.layout
    for part in [layout, *layout._traverse()]:
        if getattr(part, "_namespace", "") in index.LEFT_OUT:
            raise ValueError(f"{type(part).__name__} is of {part._namespace}, whose scripts this page leaves out.")


def harden(dash_app: Dash, settings: Settings, current: Current) -> None:
    """Close, clean and speed up `dash_app`. Call it last: after the layout and every callback are defined.

    Raises `ValueError` when the app has callbacks that ask the server, which this server refuses, or components whose
    scripts are left out.
    """
    _refuse_server_callbacks(dash_app)
    _refuse_left_out(dash_app)
    # Every switch is given by name, because Dash would read those left out from the environment.
    dash_app.enable_dev_tools(
        debug=False,
        dev_tools_ui=False,
        dev_tools_props_check=False,
        dev_tools_serve_dev_bundles=False,
        dev_tools_hot_reload=False,
        dev_tools_prune_errors=True,
        dev_tools_validate_callbacks=False,
        dev_tools_disable_version_check=True,
    )
    flask_app: Flask = dash_app.server
    index.lean(dash_app)
    dash_app._generate_scripts_html()  # tells Dash which scripts exist; the gate refuses all others
    hashes = policy.script_hashes(dash_app)
    told = policy.headers(policy.content_security_policy(hashes), secure=settings.secure)

    gate.close(dash_app)
    errors.answer(dash_app, current)
    health.health(flask_app, current)
    beat.listen(flask_app)

    # Flask runs these in reverse order: the headers come last, onto every answer.
    @flask_app.after_request
    def protect(response: Response) -> Response:
        response.headers.update(told)
        if request.path == health.ALIVE:  # the wall screen's waiting page, a file, asks whether the app is there
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    delivery.deliver(flask_app)
