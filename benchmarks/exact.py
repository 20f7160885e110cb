"""The exact optimum of a whole-list proposal, by HiGHS: the oracle of its tests and its bench (developers only).

An assignment with places is a linear programme whose corners are whole, so its optimum is the optimum.
"""

from collections.abc import Mapping, Sequence

import highspy
import numpy as np


def best_total(weights: Sequence[Mapping[int, int]], room: Sequence[int]) -> float:
    """The largest sum of weights there is: each person in one place at most, no place over its room."""
    columns = [(who, where, value) for who, values in enumerate(weights) for where, value in values.items()]
    if not columns:
        return 0.0
    count, people = len(columns), len(weights)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = count, people + len(room)
    model.col_cost_ = np.array([-value for _who, _where, value in columns], dtype=float)
    model.col_lower_, model.col_upper_ = np.zeros(count), np.ones(count)
    model.row_lower_ = np.full(people + len(room), -highspy.kHighsInf)
    model.row_upper_ = np.array([*([1.0] * people), *map(float, room)])
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kColwise
    matrix.start_ = np.arange(0, 2 * count + 1, 2, dtype=np.int32)
    matrix.index_ = np.array([row for who, where, _value in columns for row in (who, people + where)], dtype=np.int32)
    matrix.value_ = np.ones(2 * count)
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)  # noqa: FBT003  (its own signature)
    solver.passModel(model)
    solver.run()
    return -float(solver.getInfo().objective_function_value)
