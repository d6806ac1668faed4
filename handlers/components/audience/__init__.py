"""Saying something to everyone of some units: written, looked at, units chosen, sent in portions."""
