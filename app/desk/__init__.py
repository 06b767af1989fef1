"""What an editor can do: the only door to the rooms; one act, one transaction, one Changes."""
