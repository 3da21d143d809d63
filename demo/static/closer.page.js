// The closer look: a dialog with the player, opened by any button that carries a dance; and links that copy themselves.
// All by delegation from the document, since Gradio puts the views' elements in and takes them out as it likes.

const PARTS = ["dance.gif", "dance.bvh", "dance.npy"];

function open({ id, caption, files, ghost }) {
  const dialog = document.querySelector("dialog.closer");
  dialog.querySelector("h2").textContent = caption;
  const player = document.createElement("dance-player");
  player.setAttribute("src", files["dance.reel"]);
  player.setAttribute("label", caption);
  if (ghost) player.setAttribute("ghost", ghost);
  const picture = document.createElement("img"); // seen where the player is not
  picture.src = files["dance.gif"];
  picture.alt = caption;
  picture.loading = "lazy";
  player.append(picture);
  dialog.querySelector(".stage").replaceChildren(player);
  PARTS.forEach((name, index) => {
    const link = dialog.querySelectorAll("a[download]")[index];
    link.href = files[name];
    Object.assign(link.dataset, { words: caption, id });
  });
  dialog.querySelector(".ghostly").hidden = !ghost;
  dialog.showModal();
  history.pushState({ look: true }, ""); // the browser's Back leaves it, and not the page
}

// The page's address has all that is shown: words or a dance, filters, and the tempo.
async function copy(link) {
  const said = (link.dataset.said ??= link.textContent); // a second press finds "Copied"
  const address = location.href;
  try {
    await navigator.clipboard.writeText(address);
    link.textContent = "Copied";
    setTimeout(() => (link.textContent = said), 2000);
  } catch {
    link.textContent = address; // a frame may not write to the clipboard: this can be copied by hand
  }
}

document.addEventListener("click", (event) => {
  const from = (selector) => event.target.closest?.(selector);
  if (from("[data-dance]")) open(JSON.parse(from("[data-dance]").dataset.dance));
  if (from("[data-copy]")) {
    event.preventDefault();
    copy(from("[data-copy]"));
  }
  if (event.target.matches?.("dialog.closer")) event.target.close(); // a click beside it
});
addEventListener("popstate", () => document.querySelector("dialog.closer").close());
// Closed, it plays no further. The event does not bubble, so it is caught on its way down.
document.addEventListener(
  "close",
  ({ target }) => {
    target.querySelector?.(".stage")?.replaceChildren();
    if (history.state?.look) history.back();
  },
  true
);
