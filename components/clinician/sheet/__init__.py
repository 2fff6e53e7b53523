"""What stands on a handout."""
