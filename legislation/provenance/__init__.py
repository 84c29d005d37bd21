"""Provenance: what this record is (fictional or real), where its rows were observed,
and when it last changed. Every subject above may point at a source; this one knows no
other subject.
"""
