"""Pages that open over the explorer and close again."""
