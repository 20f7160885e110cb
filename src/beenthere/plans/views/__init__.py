"""The screens of a plan, a file for each thing that it holds."""
