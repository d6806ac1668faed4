"""Campaigns (征集): employees propose and second, the office gathers measures, progress is told to all."""
