"""Open Referral's standard for services (HSDS 3.0): one nested form through which everything comes and goes."""
