"""Sign-in through an identity provider (OpenID Connect, authorization code with PKCE). Off unless it is set up.

`provider` speaks with the provider, `flight` is what the browser keeps in between, `joining` makes of verified claims a
person of the desk. Nothing is asked of the network before somebody presses the button.
"""

from serving.access.oidc.flight import COOKIE, Flight, Flights
from serving.access.oidc.joining import join, turned_away
from serving.access.oidc.provider import Provider
from serving.access.oidc.refusals import NotLetIn
from serving.access.oidc.settings import OidcSettings

__all__ = ["COOKIE", "Flight", "Flights", "NotLetIn", "OidcSettings", "Provider", "join", "turned_away"]
