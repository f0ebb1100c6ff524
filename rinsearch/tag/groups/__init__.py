"""Target groups: by their names, by ages, and by the situations that papers describe."""
