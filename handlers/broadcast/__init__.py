"""Saying something to everyone of some units: written and looked at first, sent in portions, held in hand meanwhile."""
