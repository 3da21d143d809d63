"""The command that serves the page."""

import pytest

from demo.app import parse_args


@pytest.mark.parametrize("port", ["99999", "65536", "0", "-1", "x", "7860.5"])
def test_what_is_no_port_is_refused(port, capsys):
    with pytest.raises(SystemExit) as stopped:
        parse_args(["--port", port])
    assert stopped.value.code == 2
    assert "--port" in capsys.readouterr().err


@pytest.mark.parametrize("port", [1, 7860, 65535])
def test_a_port(port):
    assert parse_args(["--port", str(port)]).port == port
