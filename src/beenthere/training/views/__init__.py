"""The screens of the training database: one file for each kind of reader."""
