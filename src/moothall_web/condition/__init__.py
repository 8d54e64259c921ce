"""How the installation is doing, in words, for council IT: what wants somebody, and what to do."""
