"""The verbs of deciding of a paper where they stand, and what stands around them: objects, marks, lists, boxes."""
