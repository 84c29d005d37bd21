"""What was given up, and having it run again."""

from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect

from legislation.events import services
from portals.officials.base import DELIVERY_READERS, OfficialAction, OfficialPage
from portals.officials.pages import deliveries


class DeliveryList(OfficialPage):
    template_name: ClassVar[str] = "officials/deliveries.html"
    section: ClassVar[str] = "deliveries"
    lets_in = DELIVERY_READERS

    def build(self, **_address: Any) -> deliveries.DeliveriesPage:
        return deliveries.build(self.request.GET, self.actor)

    def render(self, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        more = {"csrf_token": get_token(self.request), "errors": []}
        return super().render({**more, **context}, status=status)


class Replay(DeliveryList, OfficialAction):
    form_class = forms.Form

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return redirect("officials:deliveries")

    def perform(self, form: forms.Form, pk: int) -> HttpResponse:
        services.replay(delivery_id=pk, actor=self.actor, at=self.now)
        return redirect("officials:deliveries")
