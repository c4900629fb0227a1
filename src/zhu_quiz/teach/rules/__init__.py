"""The rules of writing questions, one file a topic. A new one is one function."""
