"""What committee systems publish of a meeting, held against what is known of the programme."""
