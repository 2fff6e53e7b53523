"""One call that makes a Dash app fit for strangers: what it writes is what they will be sent."""

from dash import Dash, _callback

from server import dash_page, not_found
from server.current import Current


def _refuse_server_callbacks(dash_app: Dash) -> None:
    for callback in [*dash_app._callback_list, *_callback.GLOBAL_CALLBACK_LIST]:
        if not callback["clientside_function"]:
            raise ValueError(
                f"The callback for {callback['output']} asks the server. Only clientside callbacks are served."
            )


def _refuse_left_out(dash_app: Dash) -> None:
    layout = dash_app.layout() if callable(dash_app.layout) else dash_app.layout
    for part in [layout, *layout._traverse()]:
        if getattr(part, "_namespace", "") in dash_page.LEFT_OUT:
            raise ValueError(f"{type(part).__name__} is of {part._namespace}, whose scripts this page leaves out.")


def harden(dash_app: Dash, current: Current) -> None:
    """Close and clean what `dash_app` writes. Call it last: after the layout and every callback are defined.

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
    dash_page.lean(dash_app)
    not_found.publish(dash_app, current)
    dash_app._generate_scripts_html()  # tells Dash which scripts exist
