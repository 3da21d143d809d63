({ query, good_match, results: [best, ...others], timing_ms, gallery_size }, { html, words, percent, bar, dance, cards, key }) => {
  const { moves = [], qualities = [], side, direction } = best.attributes;
  const how = [...qualities];
  if (side) how.push(side === "both" ? "both sides" : side + " side");
  if (direction) how.push(["left", "right"].includes(direction) ? "to the " + direction : words(direction));
  const chips = [...moves.map((id) => html`<li class="move">${words(id)}</li>`), ...how.map((text) => html`<li>${text}</li>`)];
  return html`<section class="best" aria-live="polite">
      <figure>${dance(best)}${key}</figure>
      <div>
        <p class="query">${query}</p>
        <h2>${best.caption}</h2>
        ${good_match ? "" : html`<p class="none">No good match: none of these dances is about that. The nearest:</p>`}
        <p class="match">${bar(best.confidence)} <b>${percent(best.confidence)}</b> sure</p>
        <ul class="chips">${chips}</ul>
        <p class="facts">
          ${best.duration.toFixed(1)} seconds, ${best.source}, ${best.id}<br />
          best of ${gallery_size.toLocaleString("en")} dances, found in
          ${Math.max(1, Math.round(timing_ms.encode + timing_ms.search))} ms
        </p>
      </div>
    </section>
    ${others.length ? html`<h3>Also close</h3>` : ""} ${cards(others)}`;
}
