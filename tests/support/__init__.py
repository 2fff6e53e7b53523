"""What tests of all kinds share: a running app, a watched browser page, the accessibility checker."""
