"""What every conversation stands on: events, messages, the turn, questions, buttons, refusals, words, the house."""
