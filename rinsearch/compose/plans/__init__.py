"""Which plans a paper names, of which region and period, and of which one it speaks where it names none."""
