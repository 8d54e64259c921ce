"""Key decision tests, and the notices that a council publishes before it decides."""
