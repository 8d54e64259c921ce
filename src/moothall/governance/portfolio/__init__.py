"""Many proposals that compete for places on agendas and for officers."""
