"""The request of somebody who is signed in."""

from django.http import HttpRequest

from beenthere.people.models import Person


class PersonRequest(HttpRequest):
    """What a view behind `@allow` gets: `@allow` has made sure that there is a person. For type checking only."""

    user: Person
