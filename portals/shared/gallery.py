"""Every component with invented values, on one page. For those who build pages; never published."""

from types import SimpleNamespace

from django.urls import path

from portals.shared.samples import gallery_page
from portals.shared.views import Audience, PageView


class Gallery(PageView):
    """Mounted only while developing. Costs no query."""

    template_name = "gallery.html"
    audience = Audience.EVERYONE

    def build(self) -> SimpleNamespace:
        return gallery_page()


urlpatterns = [path("galeria/", Gallery.as_view(), name="gallery")]
