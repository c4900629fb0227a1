"""Notes of any package as questions of a bank: what can be carried is, what cannot is told."""
