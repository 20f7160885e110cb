"""Addresses of the Open Referral standard: without a language and without a slash at the end, as it names them."""

from django.urls import path

from beenthere.directory.views import hsds

app_name = "hsds"
urlpatterns = [
    path("hsds/", hsds.root, name="root"),
    path("hsds/services", hsds.services, name="services"),
    path("hsds/services/<str:id>", hsds.service, name="service"),
    path("hsds/organizations", hsds.organizations, name="organizations"),
    path("hsds/organizations/<str:id>", hsds.organization, name="organization"),
    path("hsds/service_at_locations", hsds.service_at_locations, name="service-at-locations"),
    path("hsds/service_at_locations/<str:id>", hsds.service_at_location, name="service-at-location"),
    path("hsds/taxonomies", hsds.taxonomies, name="taxonomies"),
    path("hsds/taxonomies/<str:id>", hsds.taxonomy, name="taxonomy"),
    path("hsds/taxonomy_terms", hsds.taxonomy_terms, name="terms"),
    path("hsds/taxonomy_terms/<str:id>", hsds.taxonomy_term, name="term"),
]
