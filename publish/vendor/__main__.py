"""`python -m publish.vendor`: write the styles and fonts of others to assets/vendor/ and tell their sizes."""

from publish.vendor import build

for path in build():
    print(f"{path.stat().st_size:>8} bytes  {path.name}")
