// Files that are taken away are called after the dance: by its words, as every system writes them, and its id if it has one.
// By delegation from the document, as the closer look.

const LONG = 48; // letters

const plain = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

// As many whole words as there is room for.
const short = (name) => (name.length <= LONG ? name : name.slice(0, LONG + 1).replace(/-[^-]*$/, "").slice(0, LONG));

for (const kind of ["click", "contextmenu"]) {
  document.addEventListener(kind, ({ target }) => {
    const link = target.closest?.("a[data-words]");
    if (!link) return;
    const { words, id } = link.dataset;
    const name = [short(plain(words)), plain(id)].filter(Boolean).join("-") || "dance";
    link.download = name + link.pathname.slice(link.pathname.lastIndexOf("."));
  });
}
