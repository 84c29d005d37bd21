"""What the portals share: the look, the kinds of view, the paging of lists.

Components (``ui``, ``drawing``, ``templates/components``) take plain values and return
markup; they never see a model, a request or a queryset. Nothing here knows which portal
is asking.
"""
