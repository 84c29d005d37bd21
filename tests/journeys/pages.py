"""A page as it arrives, and as it reads."""

from typing import NamedTuple

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client


class Page(NamedTuple):
    address: str
    response: HttpResponse
    soup: BeautifulSoup

    @property
    def canonical(self) -> str:
        return str(self.soup.find("link", rel="canonical")["href"])


def fetch(reader: Client, address: str) -> Page:
    response = reader.get(address)
    return Page(address, response, BeautifulSoup(response.content, "html.parser"))
