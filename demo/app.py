"""Start the page. A Space runs this file: `python demo/app.py`; `python -m demo` is the same."""

import argparse
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

if not __package__:
    # Run as a file, Python looks for imports beside it; the rooms are one folder up.
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from motion.command import command, count


def parse_args(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m demo", description="Serve the page.")
    parser.add_argument("--host", help="address to listen on (default: GRADIO_SERVER_NAME, else 127.0.0.1)")
    parser.add_argument("--port", type=_port, help="port (default: GRADIO_SERVER_PORT, else the first free from 7860)")
    return parser.parse_args(argv)


def _port(text: str) -> int:
    """An argument that is a port."""
    number = count(text)
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port from 1 to 65535")
    return number


def run(args: argparse.Namespace) -> None:
    from demo.page.library import Library
    from demo.page.memory import settle

    settle()
    # At the first event Gradio asks matplotlib, where there is one, what it draws with: unnamed, that loads all of it.
    os.environ.setdefault("MPLBACKEND", "agg")
    with ThreadPoolExecutor(1) as beside:
        loading = beside.submit(Library)
        from demo.page.look import STYLE, THEME  # gradio takes seconds to import, and the models are loaded meanwhile
        from demo.page.serve import routes
        from demo.page.whole import HEAD, MAX_FILE_SIZE, SESSIONS, build
    library = loading.result()
    build(library).launch(
        server_name=args.host,
        server_port=args.port,
        theme=THEME,
        css_paths=STYLE,
        head=HEAD,
        max_file_size=MAX_FILE_SIZE,
        footer_links=["api"],
        ssr_mode=False,
        state_session_capacity=SESSIONS,
        app_kwargs={"routes": routes(library)},
    )


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
