"""The audit chain for strangers: checked, exported as JSON lines, verified without Ordermill (docs/audit.md)."""
