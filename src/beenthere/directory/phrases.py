"""The English phrases of the packaged organisations and lines, so that a page can say them in French too."""

from django.utils.translation import gettext_noop as _

PHRASES = frozenset(
    {
        # languages
        _("English; French (site bilingual)"),
        _("English; French"),
        _("French; English"),
        _("French"),
        _("Mandarin; Cantonese; English"),
        _("Inuktitut and Innuinaqtun planned (2018)"),
        _("English; French; Cree, Ojibway, Inuktitut on request"),
        _("In more than 150 languages"),
        _("In 150 languages"),
        _("In 140 languages"),
        # services
        _("Umbrella for 50+ peer-run organisations; training; advocacy"),
        _("Drop-in, peer and family peer support, hospital Recovery Connections, WRAP, phone line"),
        _("Weekend drop-in; inpatient peer visits"),
        _("Drop-in Mon-Fri 11-4, one-to-one support, seconded peer workers, training"),
        _("Drop-ins (Richmond Hill, Newmarket, Alliston), 24 h line, housing, hospital peers, training"),
        _("Survivor-led social enterprises, leadership training, employment"),
        _("Survivor-run courier business; employment"),
        _("Young-adult peer support, peer training"),
        _("Consumer/survivor support, justice support, bulletin"),
        _("Information bulletin and resources by and for consumer/survivors"),
        _("Self-help, activity centre, housing"),
        _("Volunteer-run peer support groups"),
        _("Drop-in, advocacy, paid work opportunities"),
        _("Occupation-based programmes, peer support, literary journal"),
        _("Peer support"),
        _("Consumer/survivor support centre"),
        _("Peer programmes, training, provincial communities of practice for peers and supervisors"),
        _("Community crisis support with service-user involvement"),
        _("Clubhouse"),
        _("Peer support, drop-in"),
        _("Peer support meetings, substance use health"),
        _("Peer training, paid peer placements, drop-in"),
        _("Network of service-user educators"),
        _("Small loans and mentoring for entrepreneurs with mental health/addiction history"),
        _("Family peer support chapters"),
        _("Indigenous mental health peer support"),
        _("Peer support groups, WRAP, veterans and families"),
        _("Recovery coaching, coach training"),
        _("School of Peer Support, peer support"),
        _("Peer work"),
        _("Drop-in, meals, transitional employment (87 members employed in 2017)"),
        _("Peer support network with code of conduct"),
        _("Peer support for operational stress injuries (veterans, first responders)"),
        _("Peer support at 11 sites, peer training"),
        _("Peer-led respite house; warm line 204-942-9276 (24 h)"),
        _("Peer groups, journal"),
        _("Consumer involvement; peer support worker programme"),
        _("Peer support, volunteer training"),
        _("Clubhouse, resource centre, peer support workers, street-clean employment"),
        _("Employment social enterprise; peer support training with paid internship"),
        _("Peer-assisted crisis response"),
        _("Newcomer women peer groups"),
        _("Peer facilitation training (partner)"),
        _("Indigenous community wellness"),
        _(
            "Navigation, peer support, peer navigator embedded in employment centres (TeamWork Cooperative, Job "
            "Junction)"
        ),
        _("Peer phone service 1-800-307-1686"),
        _("National peer network on substance use"),
        _("One-to-one and group peer support, Warm Line"),
        _("Peer support; warm line for first responders (pilot)"),
        _("Peer harm reduction"),
        _("Consumer network"),
        _("Activity centre"),
        _("Network of about 100 alternative resources"),
        _("Self-help"),
        _(
            "Self-help centre open 7 days, run by people with lived experience; medication self-management, "
            "voice hearing, social groups"
        ),
        _("Matches people with AQRP-trained peer supporters"),
        _("Day centre, supervised housing, PAAS Action work-integration places"),
        _("Alternative resource: housing, social life, accompaniment"),
        _("Psychosocial rehabilitation association; peer worker training (adult, family)"),
        _("Association of service users"),
        _("Family peer support"),
        _("Trans/2SLGBTQ+ peer support"),
        _("Family support and advocacy"),
        _("Coalition and clearinghouse (the founding coalition)"),
        _("Certification, standards"),
        _("Peer training (PATSS), advocacy"),
        _("Peer support for military, veterans, families"),
        _("Network of clubhouses"),
        _("Recovery coaches"),
        _("Peer support advocacy"),
        _("Youth peer leaders"),
        # notes
        _("City not stated on page read"),
        _("Now at Sound Times"),
        _(
            "2017 article reports threatened loss of funding: "
            "http://www.lfpress.com/2017/05/10/shutdown-looms-as-can-voice-misses-funding-target"
        ),
        _("Source is a mirror of the branch site"),
        _("Source is a site in development"),
        _("Funding cut 2013; check if still active"),
        _("Relation to CHANNAL (rename) not stated in sources read"),
        _(
            "Founded 1986; described as first group run by and for (ex-)psychiatrized people: "
            "https://www.handirect.fr/entraide-en-sante-mentale-montreal-camee/?amp=1"
        ),
        _("Founded July 2025, nine peers"),
        _("No activity found after 2009"),
        _("Quebec calls are routed to 1 866 APPELLE: https://www.kebekois.com/archives/2131"),
        _(
            "Text number: https://www.infodimanche.com/actualites/actualite/473288/prevention-du-suicide-le-numer"
            "o-court-535353-maintenant-disponible ; chat 24/7 EN/FR: https://www.newswire.ca/fr/news-releases/pre"
            "vention-du-suicide-le-service-numerique-quebecois-d-intervention-en-prevention-du-suicide-disponible"
            "-24-heures-sur-24-7-jours-sur-7-844513956.html"
        ),
        _("CONNECT keyword seen in a later source; hours and languages not in the source read"),
        _(
            "hours confirmed by https://atlantic.ctvnews.ca/new-toll-free-phone-line-helps-nova-scotians-navigate"
            "-mental-health-and-substance-use-disorders-1.6104576"
        ),
        _("number not in source read"),
        _("pandemic-era; check"),
        # hours
        _("24/7"),
        _("24 h"),
        _("Wed-Fri 17-23, Sat-Sun 11-23"),
        _("12-18"),
        _("12 h a day (2016)"),
        # service
        _("9-8-8 Suicide Crisis Helpline"),
        _("1 866 APPELLE / suicide.ca"),
        _("Hope for Wellness"),
        _("Kids Help Phone / Jeunesse, J'écoute"),
        _("Nova Scotia Peer Support line"),
        _("Seneca Warm Line"),
        _("PSO peer line"),
        _("CHANNAL Warm Line"),
        # region
        _("Canada"),
        _("Canada (Indigenous)"),
        _("Canada (youth)"),
    }
)
