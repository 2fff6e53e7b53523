"""What the README claims about size and speed, measured in a real browser: `make bench` writes RESULTS.md."""
