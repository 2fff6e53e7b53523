"""The spine, the body, and the answer to a chosen level."""
