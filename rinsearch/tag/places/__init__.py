"""Municipalities and regions, and the look-alikes of their names: words, surnames, hamlets, parts of institutions."""
