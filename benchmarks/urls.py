"""Every address of the product, and an empty view to compare with."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from beenthere.config import urls
from beenthere.core.access import public

handler404, handler500 = urls.handler404, urls.handler500


@public
def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse("nothing")


urlpatterns = [path("empty/", empty), *urls.urlpatterns]
