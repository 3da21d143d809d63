element.addEventListener("change", ({ target }) => {
  if (target.name !== "bpm") return;
  window.tempo = Number(target.value);
  trigger("apply", {});
});
// A tempo that was refused gives way to the one that is danced, unless another was typed meanwhile.
window.tempoTold = () => {
  const field = element.querySelector("[name=bpm]");
  if (field && Number(field.value) === window.tempo) field.value = props.value.bpm || "";
};
// The address is that of what is shown: the search has written its words there, the tempo is this dance's. A dance of
// other words, which took longer than the next search, is not shown any more.
let shown = null;
watch("value", () => {
  const address = new URL(location.href);
  const { text, link, bpm } = props.value || {};
  if (link && text !== address.searchParams.get("text")) {
    props.value = shown;
    return;
  }
  shown = props.value;
  if (!link) return;
  if (bpm) address.searchParams.set("bpm", bpm);
  else address.searchParams.delete("bpm");
  history.replaceState(history.state, "", address);
});
