({ text, waiting, refused, duration, clauses, ignored, bpm, link, files, drawn }, { html, words, seconds, moving, away, key, quoted, brief }) => {
  const kept = (clause, index) => clauses[index - 1] && clauses[index - 1].start === clause.start;
  const from = ({ caption, id, mirrored }) =>
    id === null
      ? "the pose is held"
      : html`from <a href="?like=${encodeURIComponent(id)}">${caption}</a>${mirrored ? ", in the mirror" : ""}`;
  const seen = ({ faint, recognised, read_as }) => {
    if (faint) return html`<b>≈ no such movement here: this is the nearest</b>`;
    return recognised ? html`<b>✓ recognised</b>` : html`<b>≈ not recognised: it reads as “${words(read_as)}”</b>`;
  };
  const row = (clause, index) => html`<li>
    <button type="button" data-from="${clause.start}" data-to="${clause.end}">
      <span>${kept(clause, index) ? "at once: " : ""}${clause.text}</span>
      <small>${seconds(clause.start)} to ${seconds(clause.end)}</small>
      <span class="place"><span style="margin-left: ${(100 * clause.start) / duration}%; width: ${(100 * (clause.end - clause.start)) / duration}%"></span></span>
    </button>
    <small>${seen(clause)}, ${from(clause)}</small>
  </li>`;
  const coming = (asked) => html`<li><button type="button" disabled><span>${asked}</span><span class="place"></span></button><small>…</small></li>`;
  const below = html`<h3>The closest of the dances that we have</h3>`;
  if (refused) return html`<section class="composed"><p class="none" role="status">Not danced as one: ${refused}</p>${below}</section>`;
  return html`<section class="composed">
    <div class="one">
      <figure>
        ${waiting
          ? html`<p class="coming">Putting your dance together…</p>`
          : html`<dance-player src="${files["dance.reel"]}" label="One dance of your words: ${brief(text)}">
              ${moving(files, "dance.gif", html`alt="A figure dances: ${brief(text)}" loading="lazy"`)}
            </dance-player>`}
        ${key}
      </figure>
      <div>
        <p class="asked">${text}</p>
        <h2>Your words as one dance</h2>
        <p class="said" role="status">
          ${waiting ? "Your words are being put together as one dance." : html`One dance of ${clauses.length} movements, ${seconds(duration)}, put together from your words.`}
        </p>
        <ol class="clauses">${waiting ? waiting.map(coming) : clauses.map(row)}</ol>
        ${ignored?.length ? html`<p class="none">Left out, as none of our dances is about it or it is not to be danced: ${quoted(ignored)}</p>` : ""}
        <p class="actions">
          <label>Tempo <input type="number" name="bpm" min="40" max="240" placeholder="e.g. 90" value="${bpm || ""}" ${waiting ? "disabled" : ""} /> beats a minute</label>
          ${waiting ? "" : html`<a href="${link}" data-copy="${link}">Copy link</a> <span>Take it away: ${away(files, text)}${duration > drawn ? html` (the GIF: ${seconds(drawn)})` : ""}</span>`}
        </p>
      </div>
    </div>
    ${below}
  </section>`;
}
