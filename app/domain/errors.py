"""Trouble an editor can act upon, by code; the sentence is chosen at the door."""

import copyreg
from functools import partial


class DeskError(Exception):
    """Something the person can mend. `code` names the sentence, `params` fill it.

    The sentence of every code stands in `app/sentences`, in English and French, and says what
    happened, what was kept and what to do.
    """

    def __init__(self, code: str, /, **params: str) -> None:
        """Keep the code and the words for its sentence."""
        super().__init__(code, params)
        self.code = code
        self.params = params


def _plain(error: DeskError) -> tuple[partial[DeskError], tuple[()]]:
    return partial(DeskError, error.code, **error.params), ()


# So that it comes home from another process as it was raised there.
copyreg.pickle(DeskError, _plain)
