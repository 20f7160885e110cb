"""Short excerpts typed in the form of each publisher's file."""

from pathlib import Path

from django.core.management import call_command

STRUCTURE = """\ufeffnoc_code,level,teer,parent_code,title_en,title_fr,definition_en,definition_fr
6,1,,,Sales and service occupations,Vente et services,All of them.,Toutes.
6520,4,5,652,Food support,Soutien alimentaire,Support.,Soutien.
65200,5,5,6520,Food and beverage servers,Serveurs/serveuses d'aliments et de boissons,Servers take orders and serve.,Prennent les commandes et servent.
65201,5,5,6520,"Food counter attendants, kitchen helpers",Aides de cuisine,Attendants prepare food.,Préparent la nourriture.
62020,5,2,6202,Food service supervisors,Superviseurs des services alimentaires,Supervisors lead others.,Dirigent.
6x,2,,6,Broken,Brisé,,
"""  # noqa: E501 - rows of a file are as long as they are
TITLES = """noc_code,lang,title
65200,en,Banquet server
65200,en,Waiter/waitress
65200,fr,Serveur/serveuse
65201,en,Dishwasher
65201,fr,Plongeur/plongeuse
99999,en,Moon mender
65201,de,Spüler
"""
DUTIES = """\ufeffOaSIS profile code,Main duties
65200,Take orders and relay to kitchen and bar staff
65200,Serve food and beverages
65201.00,Wash dishes and serve food
62020.00,Supervise staff who serve food
nonsense,Nothing
"""
REQUIREMENTS = """OaSIS profile code,Employment requirement
65200.00,On-the-job training is usually provided.
"""
INTERESTS = """OaSIS Code,OaSIS Label ,Holland Codes - 1,Holland Codes - 2,Holland Codes - 3
65200.00,Food and beverage servers,S,E,r
65201.00,Food counter attendants,R,C,
65201.00,Food counter attendants,Z,,
"""
ATTRIBUTES = """OaSIS Code - Final,OaSIS Label - Final,\xa0Active Learning, Adaptability,Analytical Thinking,Attention to Detail,\xa0Creativity,Concern for Others,Collaboration, Independence,Innovativeness,Leadership,Social Orientation,Service Orientation,Stress Tolerance
65200.00,Food and beverage servers,2,3,2,3,1,3,4,2,1,1,5,5,4
65201.00,Food counter attendants,2,3,1,3,1,3,4,2,1,1,3,4,3
"""  # noqa: E501
WAGES = """noc_code,economic_region_code,province,region,low_hourly_cad,median_hourly_cad,high_hourly_cad
65200,ER00,National,Canada,15.2,17.2,25.0
65200,ER35,Ontario,Ontario,17.2,17.6,26.5
65200,ER3590,Ontario,Northeast,17.2,17.2,22.0
65200,ER24,Quebec,Quebec,12.6,NA,24.25
65200,ER59,British Columbia,British Columbia,30,20,10
65200,ER60,Atlantis,Atlantis,10,20,30
62020,ER00,National,Canada,17.0,22.5,31.0
"""
OUTLOOK = """Code,Occupation_Name,Nom_de_la_profession,Employment_emploi_2023,Employment_Growth_croissance_emploi,Retirements_retraites,Other_Replacement_autre_remplacement,Total_Job_Openings_Perspective_d'emploi,School_Leavers_Sortants_scolaires,Immigration,Other_Seekers_autres_chercheurs,Job_Seekers_Chercheurs_emploi,Recent_Labour_Market_Conditions,Conditions_récentes_sur_le_marché_du_travail,Future_Labour_Market_Conditions,Conditions_futures_sur_le_marché_du_travail
TEER_5,All of it,Tout,1,1,1,1,1,1,1,1,1,N/A,N/D,N/A,N/D
65200,Servers,Serveurs,175800,6800,11100,6100,24000,71300,10800,-56700,"25,400",Balance,À équilibre,Moderate risk of Shortage,Risque modéré de pénurie
65201,Attendants,Aides,many,1,1,1,1,1,1,1,1,Balance,À équilibre,Balance,À équilibre
"""  # noqa: E501
ZONES = "onet_soc_code,job_zone\n35-3031.00,1\n35-9021.00,9\n"
CROSSWALK = "noc,noc_title,onet,onet_title\n65200,Servers,35-3031.00,Waiters and Waitresses\n"
ACTIVITIES = "Element ID,Element Name,Interest Type,Activity\n1.B.1.d,Social,General,Help people in a family.\n"
OCCUPATIONS = {
    "noc2021_structure.csv": STRUCTURE, "noc2021_titles.csv": TITLES, "duties_oasis_2023.csv": DUTIES,
    "requirements_oasis_2023.csv": REQUIREMENTS, "interests_oasis_2023.csv": INTERESTS,
    "attributes_oasis_2023.csv": ATTRIBUTES, "zones.csv": ZONES, "crosswalk.csv": CROSSWALK,
    "activities.csv": ACTIVITIES,
}  # fmt: skip
PAY = {"wages_2024.csv": WAGES, "outlook_2024_2033.csv": OUTLOOK}


def files(folder: Path) -> Path:
    """Write all of them."""
    for name, text in (OCCUPATIONS | PAY).items():
        (folder / name).write_text(text, "utf-8")
    return folder


def bring_in_all(folder: Path) -> None:
    """Bring everything in by the commands that an operator uses."""
    files(folder)
    call_command("import_occupations", *[str(folder / name) for name in OCCUPATIONS])
    call_command("import_wages", str(folder / "wages_2024.csv"))
    call_command("import_outlook", str(folder / "outlook_2024_2033.csv"))
