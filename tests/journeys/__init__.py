"""The citizens' portal as people, their browsers and other machines meet it, page by page.

One small fictional record (``record``) in a database of its own, one list of addresses
(``addresses``) that fails when a new page is not in it, and a browser where there is one.
"""
