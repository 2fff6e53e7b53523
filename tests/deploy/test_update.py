"""An update from real archives of a small app: what goes wrong leaves a release that is well."""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.deploy.stub import BROKEN, DEPLOY, LIVES, Stub
from tests.support.chromium import FLAGS, executable

CONFIGURATION = Path("/etc/chromium")


def sound(name: str) -> dict[str, tuple[bytes, int]]:
    return {f"speech/en/{name}.opus": (name.encode(), 0o644)}


def test_k15_the_first_install_and_an_update_end_well(stub: Stub) -> None:
    first = stub.update(*stub.archive("spine-1"))
    assert (first.returncode, stub.running()) == (0, "1-spine-1"), first
    second = stub.update(*stub.archive("spine-2"))
    assert (second.returncode, stub.running()) == (0, "2-spine-2"), second
    assert (stub.root / "current").resolve().name == "2-spine-2"
    again = stub.update(*stub.archive("spine-2"))
    assert (again.returncode, stub.running()) == (0, "3-spine-2"), again


def test_k15_a_release_that_is_not_well_is_taken_back(stub: Stub) -> None:
    stub.update(*stub.archive("spine-1"))
    ran = stub.update(*stub.archive("spine-2", healthy=False), SPINE_PATIENCE="3")
    assert (ran.returncode, stub.running()) == (1, "1-spine-1"), ran
    assert "runs again" in ran.stdout
    assert stub.releases == ["1-spine-1"]


@pytest.mark.browser
@pytest.mark.parametrize(("page", "code"), [(LIVES, 0), (BROKEN, 1)])
def test_k15_a_page_with_a_broken_script_is_not_well(stub: Stub, page: bytes, code: int) -> None:
    """/health is well in both cases: only a browser sees it."""
    stub.update(*stub.archive("spine-1"))
    stub.look.write_text(f'#!/bin/sh\nexec {executable()} {shlex.join(FLAGS)} "$@"\n')
    ran = stub.update(*stub.archive("spine-2", page=page), SPINE_PATIENCE="3" if code else "30")
    assert (ran.returncode, stub.running()) == (code, "1-spine-1" if code else "2-spine-2"), ran


def test_k21_a_cut_while_the_page_is_looked_at_leaves_no_profile_behind(stub: Stub) -> None:
    stub.update(*stub.archive("spine-1"))
    temporary, look = stub.folder / "temporary", stub.look.read_text()
    temporary.mkdir()
    stub.look.write_text("#!/bin/sh\nkill -9 $PPID\n")
    assert stub.update(*stub.archive("spine-2"), TMPDIR=str(temporary)).returncode == -signal.SIGKILL
    assert len(list(temporary.iterdir())) == 1
    stub.look.write_text(look)
    assert stub.update(*stub.archive("spine-3"), TMPDIR=str(temporary)).returncode == 0
    assert list(temporary.iterdir()) == []


@pytest.mark.browser
@pytest.mark.skipif(not CONFIGURATION.is_dir() or os.geteuid() != 0, reason="needs root and Debian's Chromium")
def test_k15_a_page_is_looked_at_where_the_policy_is_in_force(stub: Stub) -> None:
    """The policy closes the developer tools, and with them the way on which a browser tells its page."""
    stub.look.write_text(f'#!/bin/sh\nexec {executable()} {shlex.join(FLAGS)} "$@"\n')
    policies = CONFIGURATION / "policies" / "managed"
    in_force = (
        f"mount -t tmpfs none {CONFIGURATION} && mkdir -p {policies} && cp {DEPLOY}/chromium-policy.json {policies}"
    )
    command = [
        "unshare",
        "--mount",
        "sh",
        "-c",
        f'{in_force} && exec "$@"',
        "sh",
        *stub.command(*stub.archive("spine-1")),
    ]
    ran = subprocess.run(command, env=os.environ | stub.settings, capture_output=True, text=True, timeout=120)
    assert (ran.returncode, stub.running()) == (0, "1-spine-1"), ran


def test_k15_the_old_process_is_not_taken_for_the_new_one(stub: Stub) -> None:
    stub.update(*stub.archive("spine-1"))
    before = stub.told()
    ran = stub.update(*stub.archive("spine-2"), SPINE_RESTART="false", SPINE_PATIENCE="1")
    assert (ran.returncode, stub.told()) == (1, before), ran
    assert "Running" not in ran.stdout


def test_k15_the_sums_of_another_archive_are_no_sums_of_this_one(stub: Stub) -> None:
    stub.update(*stub.archive("spine-1"))
    _, others = stub.archive("spine-other")
    tampered, sums = stub.archive("spine-2")
    for wrong in (others, stub.folder / "none"):
        ran = stub.update(tampered, wrong)
        assert (ran.returncode in (2, 3), stub.releases) == (True, ["1-spine-1"]), ran
    tampered.write_bytes(tampered.read_bytes()[:-1] + b"x")
    sums.write_text(f"{others.read_text()}{sums.read_text()}")
    ran = stub.update(tampered, sums)
    assert (ran.returncode, stub.releases) == (2, ["1-spine-1"]), ran
    assert "Nothing was changed" in ran.stdout


def test_k15_what_lies_in_an_archive_is_what_its_manifest_says(stub: Stub, tmp_path: Path) -> None:
    stub.update(*stub.archive("spine-1"))
    packed, sums = stub.archive("spine-2")
    for spoil in ("echo x >>spine-2/app.py", "echo x >spine-2/more", "rm spine-2/app.py", "rm spine-2/SHA256SUMS",
                  "ln -s app.py spine-2/link"):  # fmt: skip
        subprocess.run(["tar", "-xzf", str(packed)], cwd=tmp_path, check=True)
        subprocess.run(f"{spoil}; tar -czf spoilt.tar.gz spine-2; rm -r spine-2", cwd=tmp_path, shell=True, check=True)
        spoilt = tmp_path / "spoilt.tar.gz"
        sums.write_text(f"{hashlib.sha256(spoilt.read_bytes()).hexdigest()}  spoilt.tar.gz\n")
        ran = stub.update(spoilt, sums)
        assert (ran.returncode, stub.releases) == (3, ["1-spine-1"]), (spoil, ran)


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="needs openssh-client")
def test_k15_where_signers_are_known_an_archive_needs_a_signature(stub: Stub) -> None:
    for name in ("key", "stranger"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", name], cwd=stub.folder, check=True)
    public = (stub.folder / "key.pub").read_text()
    (stub.folder / "signers").write_text(f'spine namespaces="spine-release" {public}')
    new = stub.archive("spine-1")
    assert stub.update(*new).returncode == 2
    for key, code in (("stranger", 2), ("key", 0)):
        stub.archive("spine-1", key=stub.folder / key)
        ran = stub.update(*new)
        assert ran.returncode == code, ran


def test_k15_numbers_and_no_clock_say_which_releases_are_old(stub: Stub) -> None:
    for number in range(1, 4):
        assert stub.update(*stub.archive(f"spine-{number}")).returncode == 0
        os.utime(stub.root / "releases" / f"{number}-spine-{number}", (4e9, 4e9))  # a clock that ran ahead
    assert stub.update(*stub.archive("spine-4")).returncode == 0
    assert (stub.running(), stub.releases) == ("4-spine-4", ["2-spine-2", "3-spine-3", "4-spine-4"])


def test_k15_what_was_cut_off_pushes_no_good_release_out(stub: Stub) -> None:
    """Three updates that are killed while they unpack, three while the new release starts."""
    for number in (1, 2):
        assert stub.update(*stub.archive(f"spine-{number}")).returncode == 0
    killing = {"deploy/set_up.sh": (b"kill -9 $PPID\n", 0o644)}
    for _ in range(3):
        assert stub.update(*stub.archive("spine-3", more=killing)).returncode == -signal.SIGKILL
        assert stub.update(*stub.archive("spine-3"), SPINE_RESTART="kill -9 $PPID").returncode == -signal.SIGKILL
    assert stub.update(*stub.archive("spine-3")).returncode == 0
    assert (stub.running(), stub.releases) == ("3-spine-3", ["1-spine-1", "2-spine-2", "3-spine-3"])


def test_k21_a_power_cut_before_the_health_check_is_taken_back_at_boot(stub: Stub) -> None:
    stub.update(*stub.archive("spine-1"))
    broken = stub.archive("spine-2", healthy=False)
    cut = stub.update(*broken, SPINE_RESTART=f"{stub.restart}; kill -9 $PPID")
    assert cut.returncode == -signal.SIGKILL
    assert (stub.root / "current").resolve().name == "2-spine-2"
    stub.reboot()
    assert stub.running() == "1-spine-1"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_k15_an_update_that_is_told_to_end_goes_back(stub: Stub, number: int) -> None:
    """A terminal that is closed, for example."""
    stub.update(*stub.archive("spine-1"))
    told = f"kill -{number} $PPID"
    ran = stub.update(*stub.archive("spine-2"), SPINE_RESTART=f"{stub.restart}; test -e {stub.folder}/told || {told}; "
                      f"touch {stub.folder}/told")  # fmt: skip
    assert (ran.returncode, stub.running()) == (128 + number, "1-spine-1"), ran
    assert stub.releases == ["1-spine-1"]


def test_k15_a_switch_that_fails_half_way_is_undone(stub: Stub) -> None:
    stub.update(*stub.archive("spine-1"))
    (stub.root / ".current").mkdir()  # where the link is made before it is renamed
    ran = stub.update(*stub.archive("spine-2"))
    assert (ran.returncode, stub.running(), stub.releases) == (1, "1-spine-1", ["1-spine-1"]), ran
    assert not (stub.root / "next").is_symlink()


def test_k15_read_aloud_stays_after_an_update(stub: Stub) -> None:
    stub.update(*stub.archive("spine-1", more=sound("one")))
    stub.update(*stub.archive("spine-2"))
    stub.update(*stub.archive("spine-3", more=sound("two")))
    assert sorted(path.name for path in stub.root.glob("speech/en/*")) == ["one.opus", "two.opus"]


def test_k15_sounds_that_no_kept_release_brought_are_deleted(stub: Stub) -> None:
    for number, brought in enumerate(("one", "two", "three", "two"), 1):
        stub.update(*stub.archive(f"spine-{number}", more=sound(brought)))
    assert stub.releases == ["2-spine-2", "3-spine-3", "4-spine-4"]
    assert sorted(path.name for path in stub.root.glob("speech/en/*")) == ["three.opus", "two.opus"]


def test_k15_two_updates_at_once_are_one(stub: Stub) -> None:
    stub.update(*stub.archive("spine-1"))
    inside, free = stub.folder / "inside", stub.folder / "free"
    os.mkfifo(inside)
    os.mkfifo(free)
    busy = {"SPINE_BUSY": f"echo >{inside}; read -r _ <{free}; false"}
    first = subprocess.Popen(stub.command(*stub.archive("spine-2")), env=os.environ | stub.settings | busy)
    inside.read_text()
    second = stub.update(*stub.archive("spine-3"))
    assert (second.returncode, stub.running()) == (5, "1-spine-1"), second
    free.write_text("\n")
    assert (first.wait(timeout=60), stub.running()) == (0, "2-spine-2")


def test_k15_an_update_waits_for_the_visitor_and_gives_up_rather_than_disturb(stub: Stub) -> None:
    stub.update(*stub.archive("spine-1"))
    new = stub.archive("spine-2")
    asked, left = stub.folder / "asked", stub.folder / "left"
    ran = stub.update(*new, SPINE_BUSY=f"echo >>{asked}", SPINE_WAIT="2")
    assert (ran.returncode, stub.running(), stub.releases) == (4, "1-spine-1", ["1-spine-1"]), ran
    assert len(asked.read_text()) == 3
    leaves = f"test ! -e {left} && touch {left}"  # there at the first question, gone at the second
    assert stub.update(*new, SPINE_BUSY=leaves, SPINE_WAIT="2").returncode == 0


def test_k21_all_is_written_out_before_anything_leads_to_it(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    """No kill shows what a disk had not yet written; so the order of renames and of writing out is asked."""
    monkeypatch.syspath_prepend(str(DEPLOY))
    from updating import place as module

    done: list[str] = []
    sync, fsync, rename, replace = module.all_written_out, os.fsync, Path.rename, Path.replace
    monkeypatch.setattr(module, "all_written_out", lambda folder: (done.append("all out"), sync(folder))[1])
    monkeypatch.setattr(os, "fsync", lambda handle: (done.append("names out"), fsync(handle))[1])
    monkeypatch.setattr(Path, "rename", lambda old, new: (done.append(new.name), rename(old, new))[1])
    monkeypatch.setattr(Path, "replace", lambda old, new: (done.append(new.name), replace(old, new))[1])
    place = module.Place(stub.root)
    place.unpacking.mkdir(parents=True)
    place.begin("1-spine-1")
    out = "names out"
    assert done == ["all out", "previous", out, "next", out, "1-spine-1", out, "current", out]


def test_k15_the_release_before_can_be_chosen_by_hand_and_stays(stub: Stub) -> None:
    for number in (1, 2):
        stub.update(*stub.archive(f"spine-{number}"))
    subprocess.run('ln -sfn "$(readlink previous)" current', cwd=stub.root, shell=True, check=True)
    stub.reboot()
    assert stub.running() == "1-spine-1"
