"""Who acts: councils, committees, mayors and others as subjects, and the municipalities that they belong to."""
