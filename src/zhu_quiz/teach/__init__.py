"""Checking and editing a bank. It never touches learners' data."""
