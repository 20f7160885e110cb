"""Imports only go down, and what finds opportunities cannot reach what holds lived experience (promise 2)."""

import tomllib
from pathlib import Path

import grimp
import pytest
from importlinter.configuration import configure
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.layers import LayersContract
from importlinter.domain.contract import Contract

PROJECT = Path(__file__).parents[2]
OPTIONS = tomllib.loads((PROJECT / "pyproject.toml").read_text())["tool"]["importlinter"]
KINDS: dict[str, type[Contract]] = {"layers": LayersContract, "forbidden": ForbiddenContract}


@pytest.fixture(scope="module", autouse=True)
def linter() -> None:
    configure()


@pytest.fixture
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("beenthere", include_external_packages=True, cache_dir=None)


def kept(contract_id: str, graph: grimp.ImportGraph) -> bool:
    given = next(contract for contract in OPTIONS["contracts"] if contract["id"] == contract_id)
    session = {"root_packages": ["beenthere"], "include_external_packages": "true"}
    # In a configuration file everything is text.
    options = {key: str(value).lower() if isinstance(value, bool) else value for key, value in given.items()}
    contract = KINDS[given["type"]](name=given["name"], session_options=session, contract_options=options)
    return contract.check(graph, verbose=False).kept


@pytest.mark.parametrize("contract_id", [contract["id"] for contract in OPTIONS["contracts"]])
def test_the_contracts_hold(contract_id: str, graph: grimp.ImportGraph) -> None:
    assert kept(contract_id, graph)


@pytest.mark.parametrize(
    ("contract_id", "importer", "imported"),
    [
        ("layers", "beenthere.core.clock", "beenthere.people.models"),
        ("layers", "beenthere.matching.models", "beenthere.plans.models"),
        ("layers", "beenthere.consent.models", "beenthere.people.models"),
        ("same-opportunities", "beenthere.work.models", "beenthere.experience.models"),
        ("pure", "beenthere.matching.ranking", "django"),
    ],
)
def test_a_wrong_import_is_noticed(contract_id: str, importer: str, imported: str, graph: grimp.ImportGraph) -> None:
    graph.add_import(importer=importer, imported=imported)
    assert not kept(contract_id, graph)
