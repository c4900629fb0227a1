"""What no parser can read: explained, and repaired in memory."""
