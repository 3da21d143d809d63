// A link to a search shows that search, and not first what the page opens with.
if (/[?&](text|like)=/.test(location.search)) props.value = null;
// What was asked for last: dances like one, by its id, "" for words, null for what is shown; kept in the page, since an
// event that waits is repeated as it was first.
element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-like]");
  if (!button) return;
  window.alike = button.dataset.like;
  trigger("submit", {});
});
for (const kind of ["keydown", "pointerdown", "click"]) {
  document.addEventListener(
    kind,
    ({ target, key, shiftKey }) => {
      if (target.closest?.("#filters, [role=option]")) window.alike = null;
      else if (key === "Enter" && !shiftKey ? target.closest?.("#ask") : target.closest?.("#go")) window.alike = "";
    },
    true,
  );
}
window.askLinked = () => window.alike !== undefined && trigger("submit", {});
// The address is that of what is shown, so that it can be kept, sent and opened again.
watch("value", () => {
  if (!props.value?.results || !props.value.link) return;
  const [address, asked] = [new URL(location.href), new URL(props.value.link, location.href).searchParams];
  // A composed dance's tempo stays while the words do.
  if (address.searchParams.get("text") !== asked.get("text")) address.searchParams.delete("bpm");
  for (const name of ["text", "like", "move", "quality", "source", "count"]) {
    if (asked.has(name)) address.searchParams.set(name, asked.get(name));
    else address.searchParams.delete(name);
  }
  history.replaceState(null, "", address);
});
