"""What the clock asks for: reminders, escalation, closing what nobody rates, housekeeping, alarms."""
