"""The checker: any plan, made by hand or worked out, tested against every rule that is held."""
