// A link to a search shows that search, and not first what the page opens with.
if (/[?&](text|like)=/.test(location.search)) props.value = null;

// What was asked for last: dances like one, by its id, "" for words, null for what is shown, undefined for what the page
// opens with; kept in the page, since an event that waits is repeated as it was first.
// returning: the address was there before what it asks for, and opening: it asks for what the page opens with.
// called: the dance whose like was asked for here.
let [returning, opening, called] = [true, false, null];
const ask = (like, here = null) => ([window.alike, returning, opening, called] = [like, false, false, here]);
element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-like]");
  if (!button) return;
  ask(button.dataset.like, button.dataset.like);
  trigger("submit", {});
});
for (const kind of ["keydown", "pointerdown", "click"]) {
  document.addEventListener(
    kind,
    ({ target, key, shiftKey }) => {
      if (target.closest?.("#filters, [role=option]")) ask(null);
      else if (key === "Enter" && !shiftKey ? target.closest?.("#ask") : target.closest?.("#go")) ask("");
    },
    true,
  );
}

// The address is that of what is shown, so that it can be kept, sent and opened again; each that was asked for is a step
// of the browser's history, but for another number of dances.
const SAID = ["count", "text", "like", "move", "quality", "source"];
const says = ({ searchParams }) => SAID.map((name) => searchParams.get(name));
const same = (one, other, from = 0) => String(one.slice(from)) === String(other.slice(from));
let shown = SAID.map(() => null);
watch("value", () => {
  if (!props.value?.results || !props.value.link) return;
  const [address, asked] = [new URL(location.href), new URL(props.value.link, location.href).searchParams];
  // A composed dance's tempo stays while the words do.
  if (address.searchParams.get("text") !== asked.get("text")) address.searchParams.delete("bpm");
  for (const name of SAID) {
    if (!opening && asked.has(name)) address.searchParams.set(name, asked.get(name));
    else address.searchParams.delete(name);
  }
  const step = !returning && !same(says(address), says(new URL(location.href)), 1);
  if (step) history.pushState(null, "", address);
  else history.replaceState(history.state, "", address);
  shown = says(address);
  if (called && props.value.like?.id === called) bring(element.querySelector(".best"));
});

// What the address says is asked for, if it is not shown: by the browser's Back and Forward, and by a link of this view.
function follow() {
  const there = new URL(location.href);
  if (same(says(there), shown)) return;
  ask(null);
  [returning, opening] = [true, !there.searchParams.get("text") && !there.searchParams.get("like")];
  document.querySelector("[role=tab]").click();
  trigger("apply", {});
}
addEventListener("popstate", follow);
element.addEventListener("click", (event) => {
  const link = event.target.closest("[data-go]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  follow();
});
window.askLinked = () => (window.alike !== undefined || opening) && trigger("submit", {});

// From a card far below, what was found may be out of sight.
function bring(best) {
  called = null;
  best.scrollIntoView();
  best.querySelector(".picture").focus({ preventScroll: true });
}
