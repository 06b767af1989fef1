"""The web engine is tried by another process, which may die of it."""

import subprocess
import sys

import pytest

from ui.publishing import sandbox
from ui.publishing.sandbox import FLAG, UNSAFE, Verdict


@pytest.fixture
def _usual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(UNSAFE, raising=False)
    monkeypatch.delenv("QTWEBENGINE_CHROMIUM_FLAGS", raising=False)


def trial(monkeypatch: pytest.MonkeyPatch, code: str) -> Verdict:
    monkeypatch.setattr(sandbox, "command", lambda: [sys.executable, "-c", code])
    return sandbox.try_out()


@pytest.mark.usefixtures("_usual")
@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        ("", Verdict.SAFE),
        ("raise SystemExit(1)", Verdict.REFUSED),
        ("import os; os.abort()", Verdict.REFUSED),
    ],
)
def test_the_verdict_is_how_the_trial_ended(
    monkeypatch: pytest.MonkeyPatch, code: str, verdict: Verdict
) -> None:
    assert trial(monkeypatch, code) is verdict


@pytest.mark.usefixtures("_usual")
def test_without_a_sandbox_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(UNSAFE, "1")
    assert trial(monkeypatch, "") is Verdict.UNSANDBOXED
    monkeypatch.setenv(UNSAFE, "0")
    assert trial(monkeypatch, "") is Verdict.SAFE
    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--foo --no-sandbox")
    assert sandbox.unsandboxed_by_wish()


@pytest.mark.usefixtures("_usual")
def test_a_trial_that_hangs_or_cannot_start_is_a_refusal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sandbox, "SECONDS", 0.05)
    assert trial(monkeypatch, "import time; time.sleep(5)") is Verdict.REFUSED
    monkeypatch.setattr(sandbox, "command", lambda: ["no-such-program-anywhere"])
    assert sandbox.try_out() is Verdict.REFUSED


def test_a_frozen_program_is_its_own_probe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert sandbox.command() == [sys.executable, FLAG]
    monkeypatch.setattr(sys, "argv", ["marbre", "check"])
    assert not sandbox.serve_if_asked()


def test_the_probe_is_a_program_python_can_read() -> None:
    done = subprocess.run([sys.executable, "-m", "py_compile", sandbox.command()[-1]], check=False)
    assert done.returncode == 0
