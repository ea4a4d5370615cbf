"""Drives the real program in a real terminal: keys in, screens out."""
