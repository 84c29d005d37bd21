"""Resources as JSON: a page of a list, and one alone with the hash of its content."""

import hashlib
import json
from typing import Any

from rest_framework.response import Response
from rest_framework.serializers import Serializer

from portals.open_data.base.lists import ListPage, neighbours_of
from portals.open_data.base.views import MachineView

Shape = type[Serializer]


def many(view: MachineView, shape: Shape, page: ListPage) -> Response:
    """One page of a list; its neighbours are in the body and in the ``Link`` header."""
    around = neighbours_of(page, view.request._request)
    body = {
        "next": around.next,
        "previous": around.previous,
        "results": shape(page.rows, many=True, context={"at": view.at}).data,
    }
    return Response(body, headers={"Link": around.header} if around.header else None)


def one(view: MachineView, shape: Shape, resource: Any) -> Response:
    """One resource. The hash is the same on whatever site it is served."""
    body = dict(shape(resource, context={"at": view.at}).data)
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    relative = text.replace(f'"{view.at.site}/', '"/')
    return Response(body | {"content_sha256": hashlib.sha256(relative.encode()).hexdigest()})
