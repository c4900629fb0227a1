"""From bytes to a tree of positioned nodes; the only room that knows YAML."""
