// A link to a search shows that search, and not first what the page opens with.
if (/[?&](text|like)=/.test(location.search)) props.value = null;
element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-like]");
  if (button) trigger("like", { id: button.dataset.like });
});
// The address is that of what is shown, so that it can be kept, sent and opened again.
watch("value", () => {
  if (!props.value?.results || !props.value.link) return;
  const [before, now] = [new URL(location.href), new URL(props.value.link, location.href)];
  const bpm = before.searchParams.get("bpm"); // a composed dance's, which stays while the words do
  if (bpm && before.searchParams.get("text") === now.searchParams.get("text")) now.searchParams.set("bpm", bpm);
  history.replaceState(null, "", now);
});
