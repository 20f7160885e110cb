"""The English phrases of the packaged trainings, so that a page can say them in French too."""

from django.utils.translation import gettext_noop as _

PHRASES = frozenset(
    {
        # languages
        _("French"),
        _("English"),
        _("Mandarin; Cantonese; English"),
        _("Inuktitut and Innuinaqtun planned (2018)"),
        # delivery
        _("online, live"),
        _("in-person"),
        _("in-person plus webinars"),
        _("in-person plus practicum"),
        _("hybrid (part on Zoom)"),
        _("online"),
        _("open textbook"),
        _("classroom plus practical"),
        _("online and in-person"),
        # hours
        _("6 per week"),
        _("8 per week"),
        # weeks
        _("2 (classroom)"),
        _("about 52 (1 year)"),
        _("about 16 (4 months)"),
        _("about 13 (3-month curriculum)"),
        _("6-8"),
        _("3 days"),
        _("about 26 (6-month commitment)"),
        _("10 (2 sessions a week)"),
        _("17.5 days + 3-day employment-preparation group + summit"),
        _("4-5 days"),
        _("4-day standard or 2-day intensive"),
        _("4 days"),
        _("2 consecutive weeks"),
        _("2 days"),
        _("2 (intensive)"),
        # cost
        _("sliding scale; sponsorships (2024-25)"),
        _("20 (registration/membership)"),
        _("0 (honorarium paid per session)"),
        _("0 (bursaries for 65 people, materials included)"),
        _("0 (materials)"),
        _("0 (honorarium)"),
        # prerequisites
        _("Lived experience / in recovery; application and selection"),
        _("Lived experience, own or as family member; interview"),
        _(
            "Lived experience and willingness to disclose; post-secondary diploma, or high-school diploma plus "
            "experience; good French"
        ),
        _("Age 18-29; lived experience; has received peer support; 75% attendance"),
        _("Lived experience of substance use"),
        _("200+ h formalized peer support for full certification; otherwise provisional"),
        _("Police check"),
        # credential
        _(
            "Results: Incomplete / Level 1 / Level 1R; PeerWorks Certified Peer Supporter after a 50-hour "
            "monitored practicum"
        ),
        _("OPDI certified peer supporter after 50-hour monitored practicum"),
        _("OPDI Certified Peer Supporter"),
        _("Written and oral examination"),
        _("Attestation; 10 credits"),
        _("Certificate"),
        _("Exam"),
        _("Qualifies for paid peer support worker role"),
        _("Certified Peer Support Specialist"),
        _("WRAP facilitator certification"),
        _("Certificate after 125 h supervised volunteering"),
        _("Peer Support Canada certified Peer Supporter"),
        _("Peer Support Canada certified Family Peer Supporter"),
        _("16-hour certificate"),
        # audience
        _("adult"),
        _("adult; family"),
        _("family"),
        _("youth (18-29)"),
        _("youth"),
        _("students"),
        _("adult; family; newcomer/Chinese-speaking"),
        _("Indigenous"),
        _("2SLGBTQ+"),
        _("adult (substance use)"),
        _("campus staff and students"),
        _("family / caregivers"),
        _("adult (volunteers)"),
        _("rural communities"),
        _("veterans"),
        _("veterans; family"),
        _("peer workers; supervisors"),
        _("adult (lived experience)"),
        _("women"),
        _("organisations"),
        _("newcomer women"),
        _("first responders"),
        _("first responders (paramedics)"),
        _("youth; Indigenous (Inuit)"),
        _("practitioners incl. peers"),
        # notes
        _(
            "17 classes of 2 h; modules 6 (cultural competency), 8 (listening) and 9 (sharing) mandatory; "
            "maximum 2 missed classes"
        ),
        _("Historic format: 5 days in class; practicum reports/evaluations at five intervals"),
        _("Historic. 8 days / 50 h class plus 50 h internship"),
        _("8 modules incl. recovery, role, tools & methods, crisis (ASIST), rights/confidentiality/ethics"),
        _("83 h class plus 50 h unpaid practicum; was free in 2021-22"),
        _("Funding proposal: few months plus practicum, 3 cohorts x 15 per year; not confirmed as running"),
        _(
            "184 h including placement; registration to 19 Jan 2026; topics include Quebec services and work "
            "integration"
        ),
        _("100 h theory + 38 h workshops + 60-70 h placement + 50-60 h personal work; start 20 Oct 2025"),
        _("Announced for autumn 2026"),
        _("Applications 26 Nov 2024 - 3 Jan 2025"),
        _("Earlier version; check whether still offered"),
        _("Adapted peer support training"),
        _("Completed 2023"),
        _("7 modules; followed by a 5-month paid internship; employment outcome stated"),
        _("16 modules plus employer resources; free for anyone to take or deliver"),
        _("CC BY 4.0: may be reused and adapted with attribution"),
        _("None scheduled in 2024; see also https://www.vch.ca/en/service/peer-support-worker-program"),
        _("Four stages incl. life-skills training, 3-month curriculum and 6 months supported work experience"),
        _("Listed by VCH Spotlight page; details not stated"),
        _("3-day; manual offered"),
        _("Historic: 55 h class + 40 h practicum"),
        _(
            "Historic, about 30 trained; see also "
            "https://ontario.cmha.ca/news/nova-scotia-offers-first-provincial-peer-support-program-for-mental-illness/"
        ),
        _("Training for staff of the provincial peer phone service"),
        _("Volunteers trained to give a free service"),
        _(
            "20 sessions x 2 h; paid placement 3-5 h/week for graduates; also weekly debrief group. 'weeks' "
            "computed from 20 sessions at 2 per week"
        ),
        _("16 weeks plus 6-month apprenticeship"),
        _(
            "Historic four-year pilot (a 2013 post says it was seeking funding: "
            "http://sstarrett.blogspot.com/2013/11/hopes-by-susan-l.html). 8 trainings incl. WRAP; 80% "
            "attendance at participant network. Closest Canadian precedent to vocational peer support training"
        ),
        _("Certification; code of ethics; no background check required"),
        _(
            "Assessment against Standards of Practice. Older form listed $90 application + $440 exam + $750 "
            "practicum (https://fill.io/Peer-Support-Certification-Application---General); current fees not "
            "verified"
        ),
        _("Grew from CMHA National pilot"),
        _("Uses Peer Support Canada competencies; province not stated"),
        _("Mentioned in Rural Mental Wellness page"),
        _("Described in committee testimony; for hired staff only"),
        _("Communities of practice: https://supporthouse.ca/peer-services/communities-of-practice"),
        _("Leadership/speaking training, adjacent to peer support"),
        _("Adjacent to peer support"),
        _("16 h, or a 1-day information workshop"),
        _("Price given as 4,600 for 20 people, currency not stated (so cost_cad left blank)"),
        _("Advocacy; adjacent to peer support"),
        _("Peer-led courses; attendees may become facilitators"),
    }
)
