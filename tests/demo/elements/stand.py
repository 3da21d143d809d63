"""What the tests of both elements do with a page."""

CHECKSUM = """(host) => {
  const canvas = document.querySelector(host).shadowRoot.querySelector("canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.reduce((sum, value, at) => (sum * 31 + value + at) % 1000003, 7);
}"""


def mount(page, url: str, body: str, ready: bool = True, style: str = "") -> None:
    """Show a page with these elements; `ready` waits until the first has something to show."""
    html = (
        f"<!doctype html><meta charset=utf-8><style>body {{ margin: 0; width: 480px; {style} }}</style>{body}"
        "<script type=module src=page/map.js></script>"
    )
    page.route(f"{url}/test.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{url}/test.html")
    if ready:
        page.wait_for_function(
            "() => { const first = document.body.querySelector('dance-player, dance-map');"
            "return first.duration > 0 || first.shadowRoot?.querySelector('.legend button'); }"
        )


def settle(page) -> None:
    """Wait until what was asked for is painted: with less motion asked for, that is the next picture."""
    page.evaluate(
        """async () => {
          for (let at = 0; at < 3; at++) await new Promise(requestAnimationFrame);
        }"""
    )


def checksum(page, host: str = "dance-player") -> int:
    """A number that differs where the picture does."""
    return page.evaluate(CHECKSUM, host)
