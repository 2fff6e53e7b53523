"""Asks a Dash app once for everything that a browser can ask it for."""

from __future__ import annotations

from pathlib import Path

from dash import Dash

from server import dash_page, policy
from server.built import NOT_FOUND, VERSIONED, Body, Built
from server.current import Current

# Taken care of by name, answered with the page itself, or (Flask's own) a folder that is not there.
OF_OTHERS = ("/_", "/assets/", "/<path:path>", "/static/")


def lazy_scripts(dash_app: Dash) -> list[str]:
    """Addresses of scripts that the page may ask for later: parts of components."""
    return [
        f"{dash_page.SUITES}{package}/{path}"
        for package, paths in dash_app.registered_paths.items()
        for path in sorted(paths)
        if path.endswith(".js")
        and "async-" in path
        and not any(left_out in f"{package}/{path}" for left_out in dash_page.LEFT_OUT.values())
    ]


def own_rules(dash_app: Dash) -> list[str]:
    """What the app itself adds to Dash's addresses, such as content that the page fetches in the background. A rule
    with a variable part stands for many.
    """
    rules = [rule for rule in dash_app.server.url_map.iter_rules() if rule.methods and "GET" in rule.methods]
    return sorted({rule.rule for rule in rules if not rule.rule.startswith(OF_OTHERS)} - {"/", NOT_FOUND})


def assets(dash_app: Dash) -> list[str]:
    """Addresses of the files in the app's folder of assets."""
    folder = Path(str(dash_app.config.assets_folder))
    paths = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    return sorted(f"/assets/{path.as_posix()}" for path in paths if not any(part[0] == "." for part in path.parts))


def freeze(dash_app: Dash, current: Current) -> Built:
    """The finished app. Raises `ValueError` for an address that the page names and nothing answers."""
    client = dash_app.server.test_client()
    languages = current.catalog.languages
    pages = [f"{page}?lang={language}" for page in ("/", NOT_FOUND) for language in languages]
    page = client.get("/").get_data(as_text=True)
    own = [rule for rule in own_rules(dash_app) if "<" not in rule]
    rest = [*dash_page.links(page), *dash_page.JSON_ADDRESSES, *own, *assets(dash_app), *lazy_scripts(dash_app)]
    bodies: dict[str, Body] = {}
    ready: dict[tuple[str, bytes], Body] = {}
    for address in [*pages, *rest]:
        name = address if address in pages else VERSIONED.sub("", address.partition("?")[0])
        if name in bodies:
            continue
        with client.get(address) as answer:
            if answer.status_code != 200:
                raise ValueError(f"{address} answers {answer.status_code}")
            of = answer.mimetype or "", answer.get_data()
        bodies[name] = ready[of] = ready.get(of) or Body.of(*of)
    told = policy.content_security_policy(policy.script_hashes(page))
    return Built(current.version, languages, told, dict(sorted(bodies.items())))
