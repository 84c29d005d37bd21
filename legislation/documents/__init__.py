"""Documents: files and legal texts, their immutable versions and articles.

A version is never changed; a correction is a new version. Knows no bills.
"""
