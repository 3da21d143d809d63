({ file, duration, reading, known, shown, labels, qualities, segments, near, gif }, { html, words, percent, bar, cards, key }) => {
  const scores = (ranked) => html`<ol class="scores">
    ${ranked.map(({ text, score }) => html`<li><span>${words(text)}</span>${bar(score)}<b>${percent(score)}</b></li>`)}
  </ol>`;
  const seconds = (time) => time.toFixed(1) + " s";
  return html`<section class="best" aria-live="polite">
      <figure>
        <img src="${gif.url}" alt="The figure in ${file}, dancing" width="360" height="360" />
        ${key}
      </figure>
      <div>
        <p class="query">${file}</p>
        <h2>${words(labels[0].text)}</h2>
        ${known ? "" : html`<p class="none">No known move: this is like none of the vocabulary. The nearest:</p>`}
        ${scores(labels)}
        <h3>How it is danced</h3>
        ${scores(qualities.slice(0, 3))}
      </div>
    </section>
    <h3>Over its ${seconds(duration)}</h3>
    <ol class="timeline">
      ${segments.map(
        ({ start, end, label, score }) =>
          html`<li style="flex-grow: ${end - start}" title="${words(label)}, ${seconds(start)} to ${seconds(end)}">
            <span>${words(label)}</span><small>${seconds(start)}</small>
          </li>`
      )}
    </ol>
    <p class="facts">Read as: ${reading} ${shown < duration ? html`The figure shows the first ${seconds(shown)}.` : ""}</p>
    <h3>Dances like it</h3>
    ${cards(near)}`;
}
