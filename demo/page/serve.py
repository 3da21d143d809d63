"""What the page serves beside Gradio's own: dances as files, and its scripts.

A dance becomes a file when it is asked for, so that no search writes one and each has a link of its own. Those of the
gallery are the same for everybody and stay in memory and in the browser; a visitor's own are theirs alone; a composed
one is named by its words, and made again for whoever has them.
"""

from asyncio import shield, wrap_future
from concurrent.futures import Future

from gradio.routes import App, Response

from demo.page.composed import Composed
from demo.page.forms import FORMS
from demo.page.library import Library
from demo.page.view import STATIC
from demo.page.visitor import form

TYPES = {".gif": "image/gif", ".bvh": "text/plain", ".js": "text/javascript"}
BYTES = "application/octet-stream"
FRESH, OWN = {"Cache-Control": "public, max-age=600"}, {"Cache-Control": "private, no-store"}
"""A browser believes what it has of the gallery for ten minutes: a new one may give an id to another dance."""


def routes(library: Library) -> list:
    """The routes, for `launch(app_kwargs={"routes": ...})`, which asks them before its own.

    Dances are drawn by the library's pens in turn; who waits for one takes no thread from the searches.
    """
    app, made = App(openapi_url=None), Composed(library)

    @app.get("/dances/{id:path}/{name}")
    async def dance(id: str, name: str) -> Response:
        if name not in FORMS or library.gallery.index(id) is None:
            return missing("dance")
        return Response(await drawn(library.form(id, name)), media_type=kind(name), headers=FRESH)

    @app.get("/visitors/{visitor}/{name}")
    async def own(visitor: str, name: str) -> Response:
        content = await drawn(library.hands.submit(form, visitor, name, library.pens.make))
        return Response(content, media_type=kind(name), headers=OWN) if content else missing("dance, or no longer")

    @app.get("/composed/{name}")
    async def composed(name: str, text: str, bpm: int = 0) -> Response:
        content = await drawn(library.composing.submit(made.form, name, text, bpm))
        return Response(content, media_type=kind(name), headers=OWN) if content else missing("dance")

    @app.get("/map.json")
    def map() -> Response:
        return Response(library.map, media_type="application/json", headers=FRESH)

    @app.get("/page/{name}")
    def script(name: str) -> Response:
        paths = {path.name: path for path in STATIC.glob("*.js")}
        if name not in paths:
            return missing("script")
        return Response(paths[name].read_bytes(), media_type=kind(name), headers=FRESH)

    return app.routes


async def drawn(file: Future) -> bytes | None:
    """A file when it is there. Others may wait for it too: who goes away does not take it from them."""
    return await shield(wrap_future(file))


def missing(what: str) -> Response:
    return Response(f"There is no such {what}.", status_code=404, media_type="text/plain")


def kind(name: str) -> str:
    return TYPES.get("." + name.rsplit(".", 1)[-1], BYTES)
