//! Messages as .eml files, reproducible to the byte.
