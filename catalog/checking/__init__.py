"""A folder of CSV files becomes rows, or faults told in words."""
