"""The words everyone shares: frozen values. Standard library only."""
