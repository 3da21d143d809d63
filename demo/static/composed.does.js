element.addEventListener("change", ({ target }) => {
  if (target.name === "bpm" && target.reportValidity()) trigger("apply", { bpm: Number(target.value) });
});
// The address is that of what is shown: the search has written its words there, the tempo is this dance's.
watch("value", () => {
  if (!props.value?.link) return;
  const address = new URL(location.href);
  if (props.value.bpm) address.searchParams.set("bpm", props.value.bpm);
  else address.searchParams.delete("bpm");
  history.replaceState(null, "", address);
});
