"""All records for programs: the files, the feed, the workbook, and what each field means."""
