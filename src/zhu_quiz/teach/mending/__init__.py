"""New bytes for a bank: edits, fixes, form, new questions. What is sound keeps its meaning."""
