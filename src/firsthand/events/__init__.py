"""Statements to events: who did what to whom, how far it has gone, and how real it is said to be."""

from firsthand.events.find import find_events

__all__ = ["find_events"]
