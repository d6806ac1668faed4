"""The raiser in a private chat: a concern written, looked at and submitted; then their own tickets."""
