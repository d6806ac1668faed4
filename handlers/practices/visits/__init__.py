"""What is heard outside the chat: boxes opened, visits and talks, on-site offices, each entered in one go."""
