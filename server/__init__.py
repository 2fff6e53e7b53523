"""Everything between the Dash app and the network: settings, finished bodies, headers, limits, health.

`assembly` makes a Dash app and calls `harden`; `live.Live` builds with it, or takes from disk what was built before,
and answers visitors. Nothing here imports pandas or Dash until something has to be built.
"""
