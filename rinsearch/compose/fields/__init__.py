"""The fields of a measure: their labels and columns, and what they hold. Nothing here knows where measures stand."""
