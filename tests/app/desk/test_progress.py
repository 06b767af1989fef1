"""An act tells how far it has come and stops where it is asked to."""

import pytest

from app.desk.progress import Progress
from app.domain.errors import DeskError


def test_each_step_is_told_with_all_that_are_to_come() -> None:
    told: list[tuple[int, int]] = []
    progress = Progress(lambda done, of: told.append((done, of)))

    progress.begin(2)
    progress.step()
    progress.begin(1)
    progress.step(2)

    assert told == [(0, 2), (1, 2), (1, 3), (3, 3)]


def test_an_act_asked_to_stop_does_not_take_another_step() -> None:
    progress = Progress()
    progress.begin(2)
    progress.stop()

    with pytest.raises(DeskError) as stopped:
        progress.step()

    assert stopped.value.code == "publish.stopped"
