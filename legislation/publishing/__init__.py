"""Publishing: nothing reaches the public record before a second person has approved it.

Keeps what is to be published exactly as it will be read, who drafted it, who approved it and
when it went out. Does not know what the content means: the subject that owns it does.
"""
