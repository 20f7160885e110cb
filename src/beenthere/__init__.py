"""Been There (Passé par là): peers help peers find their own way to meaningful work."""

__version__ = "0.1.0"
