({ query, read_as, without, like, good_match, faint, results, timing_ms, gallery_size, among, filters = [], link, unread }, { html, words, how, picture, cards, away, key, readAs, quoted, brief }) => {
  const [best, ...others] = results;
  const heading = like ? "More like: " + like.caption : query;
  const { moves = [], qualities = [], side, direction } = best.attributes;
  const matched = new Map((best.why?.matched ?? []).map((each) => [each.attribute, each.words]));
  const says = (name, text) => {
    const from = (matched.get(name) ?? []).filter((word) => word.toLowerCase() !== text);
    const said = [...new Set(from)].join(" ");
    const hit = matched.get(name)?.length;
    return html`<li class="${hit ? "hit" : ""}">${hit ? html`<span class="said">asked for: </span>` : ""}${text}${said ? html` <q>${said}</q>` : ""}</li>`;
  };
  const chips = [
    ...moves.map((id) => says(id, words(id))),
    ...qualities.map((id) => says(id, words(id))),
    side ? says(side, side === "both" ? "both sides" : side + " side") : "",
    direction && direction !== side
      ? says(direction, ["left", "right"].includes(direction) ? "to the " + direction : words(direction))
      : "",
  ];
  const count = (dances) => dances.toLocaleString("en") + (dances === 1 ? " dance" : " dances");
  const few = html`the ${count(among)} that your filters leave (${filters.map(words).join(", ")})`;
  const everywhere = new URLSearchParams(link);
  ["move", "quality", "source"].forEach((name) => everywhere.delete(name));
  const unlike = filters.length
    ? html`<p class="none">
        No good match among ${few}. <a href="${"?" + everywhere}" data-go>Ask all ${count(gallery_size)}</a>, or see the nearest:
      </p>`
    : html`<p class="none unlike">No good match: none of these dances is about that. Try plain English words for a movement. The nearest:</p>`;
  const unmatched = best.why?.unmatched ?? [];
  return html`<section class="best">
      <p class="said" role="status">
        ${count(results.length)}: ${brief(heading)}. ${good_match === false ? "No good match. The nearest: " : faint ? "A faint match. The nearest: " : "The best: "}
        ${best.caption}.
      </p>
      <figure>${picture(best, "dance.gif", "Look closer")}${key}</figure>
      <div>
        <p class="query">${heading}</p>
        ${query ? readAs(query, read_as, without) : ""}
        ${unread ? html`<p class="none">Too long to be read whole; left out: “${brief(unread)}”</p>` : ""}
        ${good_match === false ? unlike : ""}
        ${faint ? html`<p class="none">A faint match: perhaps none of these dances is that. The nearest:</p>` : ""}
        <h2>${best.caption}</h2>
        ${good_match === false ? "" : html`<p class="match">${how(best)}</p>`}
        <h3>${best.why ? "Why this one" : "What it is"}</h3>
        <ul class="chips">${chips}</ul>
        ${best.why
          ? html`<p class="facts">
              Filled: what your words asked for${unmatched.length ? html`. Not in it: ${quoted(unmatched)}` : ""}.
            </p>`
          : ""}
        <p class="actions">
          <button type="button" data-like="${best.id}">More like this</button>
          ${link ? html`<a href="${link}" data-copy="${link}">Copy link</a>` : ""}
          <span>Take it away: ${away(best.files, best.caption, best.id)}</span>
        </p>
        <p class="facts">
          ${best.duration.toFixed(1)} seconds, ${best.source}, ${best.id}; best of
          ${filters.length ? few : count(gallery_size)}${timing_ms ? html`, found in ${Math.max(1, Math.round(timing_ms.encode + timing_ms.search))} ms` : ""}
        </p>
      </div>
    </section>
    ${others.length ? html`<h3>${good_match === false ? "The next nearest" : "Also close"}</h3>` : ""} ${cards(others, "Look closer", { sure: good_match !== false })}`;
}
