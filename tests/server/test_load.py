"""S9, R5: many at once."""

import threading
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

BURST = 500
CROWD = 16


def ask(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            answer.read()
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def test_s9_a_burst_does_not_starve_a_normal_user(small_url: str) -> None:
    ask(f"{small_url}/")
    user: list[int] = []
    done = threading.Event()

    def normal_user() -> None:
        while not done.is_set():
            user.append(ask(f"{small_url}/_dash-layout"))

    reader = threading.Thread(target=normal_user)
    reader.start()
    with ThreadPoolExecutor(CROWD) as crowd:
        answers = list(crowd.map(ask, [f"{small_url}/", f"{small_url}/nope"] * (BURST // 2)))
    done.set()
    reader.join()
    assert set(answers) == {200, 404}
    assert set(user) == {200}
    assert len(user) > BURST / CROWD / 2  # half of what each in the crowd got: a share, not a time
