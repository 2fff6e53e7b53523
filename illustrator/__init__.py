"""Draws spine, body and scenes from measurements. Run by hand when the art changes; the app only reads the files."""
