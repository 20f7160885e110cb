"""`./go bench`: a table of figures, each beside what it is compared with. About a minute, on loopback only."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import beside, catalogue, load, site

PUBLIC = {"front page": "/en/", "training list": "/en/training/", "a search": "/en/training/?q=soutien+pairs"}
FEW_SERVICES, FEW_JOBS = 1_000, 2_000
SIGNED_IN = {"plan": "/en/plan/", "matching": "/en/matching/"}


def main() -> None:
    parser = argparse.ArgumentParser(prog="./go bench")
    parser.add_argument("--seconds", type=float, default=3.0, help="how long each page is measured (default: 3)")
    parser.add_argument("--beside", action="store_true", help="this site beside Kolibri, which is fetched for it")
    parser.add_argument("--among", type=int, nargs="+", metavar="N", help="only suggestions among so many supporters")
    parser.add_argument("--catalogue", type=int, nargs="*", metavar="N", help="only the training list with N records")
    parser.add_argument("--services", type=int, nargs="*", metavar="N", help="only N services (else 20,000)")
    parser.add_argument("--jobs", type=int, nargs="*", metavar="N", help="only N jobs that are offered (else 100,000)")
    parser.add_argument("--occupations", action="store_true", help="only the real files of occupations and wages")
    parser.add_argument("--large", action="store_true", help="also the largest whole-list proposal; some minutes")
    options = parser.parse_args()
    if not only(options):
        everything(options.seconds, large=options.large)


def only(options: argparse.Namespace) -> bool:
    """What was asked for alone; tells whether there was such a thing."""
    if options.beside:
        sys.exit(beside.main())
    if options.catalogue is not None:
        catalogue.on_both(options.catalogue or [10_000, 100_000])
    elif options.services is not None:
        services(options.services or [20_000])
    elif options.jobs is not None:
        jobs(options.jobs or [100_000])
    elif options.occupations:
        subprocess.run([sys.executable, "-m", "benchmarks.occupations"], check=True)
    elif options.among:
        among_very_many(options.among)
    else:
        return False
    return True


def everything(seconds: float, *, large: bool) -> None:
    """The whole table."""
    with tempfile.TemporaryDirectory(prefix="beenthere-bench-") as folder:
        site.prepare(Path(folder))
        import django

        django.setup()
        print(
            f"\nPython {sys.version.split()[0]}, Django {django.__version__}, {os.cpu_count()} cores, SQLite, granian;"
        )
        print(f"{load.CONNECTIONS} connections from the same machine, {seconds:g} s a page\n")
        print(f"{'':26}{'figure':>16}   beside")
        row("start to first answer", f"{site.seconds_to_first_answer():.2f} s", "aim: under 2 s")
        pages(seconds)
        signing_in()
        trying_out()
        writing()
        suggesting()
        proposing(large=large)
    services([FEW_SERVICES])
    jobs([FEW_JOBS])
    finding()


def services(sizes: list[int]) -> None:
    """Search among so many services, and their addresses for programs; each in a process of its own."""
    for size in sizes:
        subprocess.run([sys.executable, "-m", "benchmarks.services", str(size)], check=True)


def jobs(sizes: list[int]) -> None:
    """So many jobs that are offered: how they come in, how soon they are found; each in a process of its own."""
    for size in sizes:
        subprocess.run([sys.executable, "-m", "benchmarks.postings", str(size)], check=True)


def finding() -> None:
    """How well judged queries are answered."""
    subprocess.run([sys.executable, "-m", "benchmarks.search_quality"], check=True)


def proposing(*, large: bool) -> None:
    """All who wait against all free places at once."""
    from benchmarks import proposals  # loads the exact solver

    sizes = [(10_000, 2_000), *([(100_000, 25_000)] if large else [])]
    for people, supporters in sizes:
        ours, share, exact = proposals.whole_list(people, supporters)
        beside = f"{100 * share:.3f} % of the optimum, which took HiGHS {exact:.1f} s (aim: under 10 s, over 99 %)"
        row(f"list {people:,} x {supporters:,}", f"{ours:.2f} s", beside)
    ours, theirs, total, their_total = proposals.beside_mentor_match()
    beside = f"total {total}; mentor-match {theirs:.2f} s, total {their_total}"
    row("list 200 x 200", f"{ours:.3f} s", beside)


def signing_in() -> None:
    """Whether the time of a vain sign-in tells that somebody has an account here."""
    from benchmarks import doors

    there, not_there, apart, chance = doors.told_by_time()
    told = f"{not_there:.1f} ms without an account; apart by {apart:.2f}, by chance up to {chance:.2f}"
    row("vain sign-in, account there", f"{there:.1f} ms", told)


def trying_out() -> None:
    """Three ways side by side, by a rule on income support."""
    from benchmarks import whatif  # needs Django to stand

    row("what-if, calculation", f"{whatif.calculation():.2f} ms", "three variants of twelve months")
    row("what-if, all of it", f"{whatif.whole():.0f} ms", "from sealed rows to the page (aim: under 50 ms)")


def writing() -> None:
    """A résumé of two pages as a PDF."""
    from benchmarks import resumes

    first, middle, p95 = resumes.measured()
    row("résumé as a PDF", f"{middle:.0f} ms", f"p95 {p95:.0f} ms, the first {first:.0f} ms (aim: under 100 ms)")


def suggesting() -> None:
    """Suggestions for one person; last, because it fills the database with a thousand more."""
    from benchmarks import suggestions  # needs Django to stand

    beside = f"one peer among {suggestions.SUPPORTERS:,} supporters"
    row("suggestions, calculation", f"{suggestions.calculation():.0f} ms", beside)
    row("suggestions, all of it", f"{suggestions.whole():.0f} ms", f"{beside}, from sealed rows to five people")
    row("by weighing everybody", f"{suggestions.without_index():.0f} ms", f"{beside}, the same five people")


def among_very_many(sizes: list[int]) -> None:
    """Suggestions among so many supporters, on both databases, each in a process of its own."""
    for database in ("sqlite", "postgresql"):
        command = [sys.executable, "-m", "benchmarks.many_offers", *map(str, sizes), "--database", database]
        subprocess.run(command, check=True, env=os.environ | {"BEENTHERE_DATA_FOLDER": ""})


def pages(seconds: float) -> None:
    """The pages beside the empty view, and what they leave in memory."""
    port = site.free_port()
    with site.running(port) as server:
        for pages_, cookie, aim in ((PUBLIC, "", 50), (SIGNED_IN, site.cookie_of("Amara"), 33)):
            nothing = load.measure(port, "/empty/", cookie, seconds)
            row("empty view" + (", signed in" if cookie else ""), f"{nothing.per_second:,.0f} req/s", "")
            for name, path in pages_.items():
                page = load.measure(port, path, cookie, seconds)
                share = 100 * page.per_second / nothing.per_second
                beside = f"{share:.0f} % of the empty view (aim: {aim} %), p95 {page.p95_ms:.0f} ms"
                row(f"  {name}", f"{page.per_second:,.0f} req/s", f"{beside}, {page.kilobytes:.0f} kB of HTML")
        memory = site.megabytes_per_web_process(server)
        row("memory per web process", f"{max(memory):.0f} MB PSS", f"aim: under 100 MB; {len(memory)} processes")


def row(name: str, figure: str, beside: str) -> None:
    print(f"{name:26}{figure:>16}   {beside}", flush=True)


if __name__ == "__main__":
    main()
