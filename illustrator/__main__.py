"""`python -m illustrator spine`, `body` or `scenes`: redraw assets/spine_svg. `insets`: measure the body's again."""

import sys
from pathlib import Path

OUT = Path(__file__).parent.parent / "assets" / "spine_svg"
SUBJECTS = ("spine", "body", "scenes", "insets")


def main(subjects: list[str]) -> int:
    """Redraw the named subjects, all when none is named. Returns the exit code."""
    unknown = sorted(set(subjects) - set(SUBJECTS))
    if unknown:
        print(f"unknown drawing {', '.join(unknown)}; there are {' and '.join(SUBJECTS)}", file=sys.stderr)
        return 2
    for subject in subjects or SUBJECTS:
        if subject == "spine":
            from illustrator import spine

            spine.draw(OUT)
        elif subject == "body":
            from illustrator import body

            body.draw(OUT)
        elif subject == "insets":
            from illustrator.body import insets

            insets.write(OUT)
        else:
            from illustrator import scenes

            scenes.draw(OUT)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
