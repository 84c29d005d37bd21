"""The three addresses of ClaveÚnica, as its public clients know them, and nobody's real data.

What is between one turn and the next travels signed, so that nothing need be kept.
"""

import base64
import hashlib
import secrets
from typing import Any
from urllib.parse import urlsplit

import jwt
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from accounts.clave_unica.fake.people import PEOPLE

CODE_SALT, TOKEN_SALT = "fake-clave-unica.code", "fake-clave-unica.token"
CODE_SECONDS, TOKEN_SECONDS = 60, 300
CLIENT_SECRET = "fictional"  # noqa: S105 - protects nothing
ASKED = ("redirect_uri", "state", "nonce", "code_challenge")


@require_http_methods(["GET", "HEAD", "POST"])
def authorize(request: HttpRequest) -> HttpResponse:
    """Choose who to be; then back to where one came from, with a code."""
    asked = {name: request.GET.get(name, "") for name in ASKED}
    if not _is_ours(request, asked["redirect_uri"]) or request.GET.get("response_type") != "code":
        return HttpResponseBadRequest("redirect_uri", content_type="text/plain")
    if request.method != "POST":
        return render(request, "accounts/fake_clave_unica.html", {"people": PEOPLE})
    if request.POST.get("answer") == "cancel":
        query = {"error": "access_denied", "state": asked["state"]}
        return redirect(f"{asked['redirect_uri']}?{urlencode(query)}")
    chosen = next((one for one in PEOPLE if str(one.number) == request.POST.get("person")), None)
    if chosen is None:
        return HttpResponseBadRequest("person", content_type="text/plain")
    code = signing.dumps({**asked, "person": PEOPLE.index(chosen)}, salt=CODE_SALT)
    return redirect(f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}")


@csrf_exempt
@require_POST
def token(request: HttpRequest) -> JsonResponse:
    """A code for a token, to whoever knows the client's secret and what the challenge was made of."""
    given = request.POST
    try:
        asked = signing.loads(given.get("code", ""), salt=CODE_SALT, max_age=CODE_SECONDS)
    except signing.BadSignature:
        return JsonResponse({"error": "invalid_grant"}, status=400)
    is_right = (
        given.get("grant_type") == "authorization_code"
        and given.get("client_secret") == CLIENT_SECRET
        and given.get("redirect_uri") == asked["redirect_uri"]
        and _challenge(given.get("code_verifier", "")) == asked["code_challenge"]
    )
    if not is_right:
        return JsonResponse({"error": "invalid_grant"}, status=400)
    claims = {"aud": given.get("client_id"), "nonce": asked["nonce"], "sub": secrets.token_hex(8)}
    return JsonResponse(
        {
            "access_token": signing.dumps(asked["person"], salt=TOKEN_SALT),
            "token_type": "bearer",
            "expires_in": TOKEN_SECONDS,
            "id_token": jwt.encode(claims, CLIENT_SECRET * 4, algorithm="HS256"),
        }
    )


@csrf_exempt
@require_POST
def userinfo(request: HttpRequest) -> JsonResponse:
    """Who it is, with the number nested as ClaveÚnica nests it."""
    bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
    try:
        person = PEOPLE[signing.loads(bearer, salt=TOKEN_SALT, max_age=TOKEN_SECONDS)]
    except signing.BadSignature:
        return JsonResponse({"error": "invalid_token"}, status=401)
    answer: dict[str, Any] = {
        "sub": str(PEOPLE.index(person)),
        "RolUnico": {"numero": person.number, "DV": person.digit, "tipo": "RUN"},
        "name": {"nombres": list(person.given_names), "apellidos": list(person.surnames)},
    }
    return JsonResponse(answer)


def _is_ours(request: HttpRequest, address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in ("http", "https") and parts.netloc == request.get_host()


def _challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
