"""`python -m demo`: the page."""

from demo.app import main

if __name__ == "__main__":
    raise SystemExit(main())
