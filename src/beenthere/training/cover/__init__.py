"""What trainings cover of the frameworks of the field."""
