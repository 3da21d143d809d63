"""What the page serves beside Gradio's own: the gallery's dances as files, and the page's scripts.

The same for every visitor and made when it is asked for, so that no search writes a file, a browser keeps what it has
seen, and a dance has a link of its own. Visitors' own dances are not here.
"""

from threading import BoundedSemaphore

from gradio.routes import App, Response

from demo.page.library import FORMS, Library
from demo.page.view import STATIC

TYPES = {".gif": "image/gif", ".bvh": "text/plain", ".js": "text/javascript"}
BYTES = "application/octet-stream"
FRESH = {"Cache-Control": "public, max-age=600"}
"""Seconds that a browser believes what it has: a new gallery may give an id to another dance."""

PENS = 2
"""Dances drawn at once: a page asks for all of its pictures together, and in turn the first ones are there sooner."""


def routes(library: Library) -> list:
    """The routes, for `launch(app_kwargs={"routes": ...})`, which asks them before its own."""
    app, pens = App(openapi_url=None), BoundedSemaphore(PENS)

    @app.get("/dances/{id:path}/{name}")
    def dance(id: str, name: str) -> Response:
        if name not in FORMS or id not in library.gallery.ids:
            return Response("There is no such dance.", status_code=404, media_type="text/plain")
        with pens:
            content = library.form(id, name)
        return Response(content, media_type=kind(name), headers=FRESH)

    @app.get("/page/{name}")
    def script(name: str) -> Response:
        paths = {path.name: path for path in STATIC.glob("*.js")}
        if name not in paths:
            return Response("There is no such script.", status_code=404, media_type="text/plain")
        return Response(paths[name].read_bytes(), media_type=kind(name), headers=FRESH)

    return app.routes


def kind(name: str) -> str:
    return TYPES.get("." + name.rsplit(".", 1)[-1], BYTES)
