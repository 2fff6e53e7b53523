"""S9, R5: many at once."""

import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

BURST = 500


def ask(url: str) -> tuple[int, float]:
    begun = time.perf_counter()
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            answer.read()
            return answer.status, time.perf_counter() - begun
    except urllib.error.HTTPError as error:
        error.close()
        return error.code, time.perf_counter() - begun


def test_s9_a_burst_does_not_starve_a_normal_user(small_url: str) -> None:
    ask(f"{small_url}/")
    user: list[tuple[int, float]] = []
    done = threading.Event()

    def normal_user() -> None:
        while not done.is_set():
            user.append(ask(f"{small_url}/_dash-layout"))

    reader = threading.Thread(target=normal_user)
    reader.start()
    with ThreadPoolExecutor(16) as crowd:
        answers = list(crowd.map(ask, [f"{small_url}/", f"{small_url}/nope"] * (BURST // 2)))
    done.set()
    reader.join()
    assert {status for status, _ in answers} == {200, 404}
    assert {status for status, _ in user} == {200}
    slowest = sorted(seconds for _, seconds in user)[int(len(user) * 0.99) - 1]
    assert slowest < 0.5
