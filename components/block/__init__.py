"""The pages of a block, its options and the pain diary."""
