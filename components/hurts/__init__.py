"""The other way round: touch where it hurts, see which levels can cause it."""
