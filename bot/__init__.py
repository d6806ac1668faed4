"""The running program: command line, settings, channels, flow, schedule, sandbox and web pages."""
