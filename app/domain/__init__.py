"""What a newsroom talks about, as plain frozen values; imports the standard library only."""
