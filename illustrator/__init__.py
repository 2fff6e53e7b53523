"""Draws the spine and the body from measurements. Run by hand when the art changes; the app only reads what it wrote."""
