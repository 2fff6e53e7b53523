"""The settings of one installation. Each is a command line option and an environment variable, see `cli`."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
SPEECH = ROOT / "build" / "speech"


@dataclass(frozen=True)
class Settings:
    """What one clinic may set.

    `data` holds the CSV files, `speech` the sounds that were made ahead. `public_url` is where visitors reach the app.
    `emergency_number` "" shows the words without a number. `staff_text` is the clinic's own sentence on how to find its
    staff. Times are seconds.
    `px_per_mm` is the kiosk screen's density in its own pixels, before any scaling; 4.03 is a
    21.5 inch screen of 1920 x 1080, the smallest in use.
    """

    data: Path = DATA
    speech: Path = SPEECH
    public_url: str = ""
    kiosk: bool = False
    emergency_number: str = ""
    staff_text: str = ""
    idle_seconds: int = 90
    warn_seconds: int = 30
    px_per_mm: float = 4.03

    @property
    def secure(self) -> bool:
        """True when visitors come by https, so that the browser may be told never to use http again."""
        return self.public_url.startswith("https://")
