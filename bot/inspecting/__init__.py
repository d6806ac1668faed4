"""What is right and wrong with an installation, each finding with what to do: ``shuji check`` shows them."""
