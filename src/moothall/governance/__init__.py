"""Governance: who decides, by when, what that binds; rules that need several rooms' facts."""
