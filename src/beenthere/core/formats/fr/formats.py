"""Days and times as people in Canada write them in French."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = r"j F Y, H \h i"
TIME_FORMAT = r"H \h i"
SHORT_DATE_FORMAT = "Y-m-d"
SHORT_DATETIME_FORMAT = r"Y-m-d, H \h i"
