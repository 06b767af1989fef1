"""Who said what: text becomes quotes with their cue, speaker and resolved person."""
