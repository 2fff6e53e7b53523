"""The rules by which nginx serves the static site as the app itself would: headers, caching, languages, compression."""

from collections.abc import Mapping, Sequence

NAME = "nginx.conf"
# Types that nginx's own list does not know.
TYPES = {"mjs": "text/javascript", "opus": "audio/ogg", "webmanifest": "application/manifest+json"}
TEXTS = "text/css text/javascript application/javascript application/json application/manifest+json image/svg+xml"

RULES = """\
# Written with the site, for use inside `server {{ ... }}`: include this file, and let `root` name the folder that
# {base} lies in. Write it again with each export: the hashes in the policy are those of this page.
location = {base}{name} {{ return 404; }}
location {base} {{
    index index.html;
    error_page 404 {base}404.html;
    server_tokens off;
{headers}
    gzip on;
    gzip_vary on;
    gzip_types {texts};
    # Asked for again on each visit, and sent again only when it has changed ...
    expires -1;
    # ... but kept for a year where the address carries the fingerprint of what is sent.
    if ($arg_m) {{ expires 1y; }}
    location ~ "\\.(v1m)?[0-9a-f]{{12}}\\." {{ expires 1y; }}
{types}
{languages}
    # An address that says more than which file: what somebody chose, or what a record system tells of a person. The
    # last rule, so that no other one lifts it.
    if ($args !~ "^(m=[0-9a-f]*)?$") {{ access_log off; }}
}}
"""


def rules(headers: Mapping[str, str], languages: Sequence[str], base: str) -> str:
    """The file for a site below `base`, such as `/spine/`. `languages`: those with a first page of their own."""
    told = [f'    add_header {name} "{value}" always;' for name, value in headers.items()]
    types = [f'    location ~ "\\.{ending}$" {{ default_type {kind}; }}' for ending, kind in TYPES.items()]
    pages = [
        f'    if ($arg_lang = "{language}") {{ rewrite "^{base}$" {base}index.{language}.html last; }}'
        for language in languages
    ]
    return RULES.format(
        base=base, name=NAME, headers="\n".join(told), texts=TEXTS, types="\n".join(types), languages="\n".join(pages)
    )
