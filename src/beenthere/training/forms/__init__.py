"""What may be typed about trainings."""
