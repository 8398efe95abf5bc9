"""OpenDocument texts as documents (ISO/IEC 26300): a walker of our own over lxml."""
