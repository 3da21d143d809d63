// Timelines: a press on a stretch takes the dance beside it there, and the stretch that is danced is marked.
// By delegation from the document, as the closer look.

const dance = (element) => element.closest(".view").querySelector("dance-player");

document.addEventListener("click", (event) => {
  const stretch = event.target.closest?.("[data-from]");
  if (!stretch) return;
  const player = dance(stretch);
  const go = () => (player.time = Number(stretch.dataset.from));
  if (player.duration) go();
  else player.addEventListener("ready", go, { once: true }); // it is still on its way, and would begin at its start
  player.scrollIntoView({ block: "nearest" }); // on a phone it may be out of sight
});
// The event does not bubble, so it is caught on its way down.
document.addEventListener(
  "timeupdate",
  ({ target: player }) => {
    for (const stretch of player.closest(".view")?.querySelectorAll("[data-from]") ?? []) {
      const { from, to } = stretch.dataset;
      const now = Number(from) <= player.time && player.time < Number(to);
      if (now !== (stretch.ariaCurrent === "true")) stretch.ariaCurrent = String(now);
    }
  },
  true
);
