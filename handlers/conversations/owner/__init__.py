"""The owner in a private chat: signing, handing back, progress, extensions, reporting done."""
