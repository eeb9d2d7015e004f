"""Firsthand: who said it, on whose authority, when, who denies it, who merely repeats whom."""
