"""The manager in a private chat: the digest, drilling down, instructions (督办)."""
