"""Announcements to everyone of some units."""
