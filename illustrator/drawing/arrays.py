"""Array types and the compiler used throughout the illustrator."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.integer[Any]]
Mask = NDArray[np.bool_]

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """Compile with numba. No fast-math: the order of operations is fixed, so the same input gives the same bytes."""
    return cast(F, njit(cache=True)(function))
