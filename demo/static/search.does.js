// A link to a search shows that search, and not first what the page opens with.
if (/[?&](text|like)=/.test(location.search)) props.value = null;
element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-like]");
  if (button) trigger("like", { id: button.dataset.like });
});
// The address is that of what is shown, so that it can be kept, sent and opened again.
watch("value", () => {
  if (props.value?.results && props.value.link) history.replaceState(null, "", props.value.link);
});
