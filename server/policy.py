"""What browsers are told to refuse (OWASP ASVS 5.0, 3.4)."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# With an address, or with data for a type, there is nothing to run.
INLINE = re.compile(r"<script(?![^>]* src=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.DOTALL)
NOTHING_ALLOWED = (
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), fullscreen=(), "
    "geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), "
    "payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), "
    "xr-spatial-tracking=()"
)
SECONDS_OF_A_YEAR = 365 * 24 * 60 * 60

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": NOTHING_ALLOWED,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def content_security_policy(script_hashes: Sequence[str] = (), *, in_page: bool = False) -> str:
    """The policy as one line. `in_page`: for a <meta> element, where browsers do not accept `frame-ancestors`."""
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *script_hashes]),
        "style-src-elem": "'self' 'unsafe-inline'",
        "style-src-attr": "'none'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "media-src": "'self'",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    if not in_page:
        rules["frame-ancestors"] = "'none'"
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def script_hashes(page: str) -> tuple[str, ...]:
    """Hashes of the scripts that stand in a page (HTML) itself."""
    found = dict.fromkeys(INLINE.findall(COMMENT.sub("", page)))
    return tuple(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in found)


def headers(policy: str, *, secure: bool) -> dict[str, str]:
    """Every header that each answer carries, errors too. `secure`: the site is reached by https."""
    told = {"Content-Security-Policy": policy, **HEADERS}
    if secure:
        told["Strict-Transport-Security"] = f"max-age={SECONDS_OF_A_YEAR}; includeSubDomains"
    return told
