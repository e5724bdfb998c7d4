"""Legal figures: what the law of pay rests on from which day, and the figures that a person has added."""
