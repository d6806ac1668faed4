"""The rules that conversations share: pure, and given the time."""
