({ refused, file, duration, reading, known, sentence, labels, qualities, steps, near, files, seconds: { drawn, kept } = {} }, { html, words, percent, seconds, bar, moving, cards, away, key }) => {
  if (refused) return html`<section><p class="none" role="alert">Not read: ${refused}</p></section>`;
  // The likeliest, and others of which there is a whole percent.
  const scores = (ranked) => html`<ol class="scores">
    ${ranked.filter(({ score }, rank) => !rank || score >= 0.005).map(({ text, score }) => html`<li><span>${words(text)}</span>${bar(score)}<b>${percent(score)}</b></li>`)}
  </ol>`;
  return html`<section class="best">
      <p class="said" role="status">${file}: ${sentence}</p>
      <figure>
        <dance-player src="${files["dance.reel"]}" label="The figure in ${file}, dancing">
          ${moving(files, "dance.gif", html`alt="The figure in ${file}, dancing" loading="lazy"`)}
        </dance-player>
        ${key}
      </figure>
      <div>
        <p class="query">${file}</p>
        <h2>${sentence}</h2>
        ${known ? "" : html`<p class="none">No known move: this is like none of the vocabulary. The nearest:</p>`}
        <h3>What it is</h3>
        ${scores(labels)}
        <h3>How it is danced</h3>
        ${scores(qualities.slice(0, 3))}
        <p class="facts">
          Read as: ${reading}${duration > kept ? html` All of it was read; the figure dances the first ${seconds(kept)}.` : ""}
        </p>
        <p class="actions"><span>Take it away: ${away(files, file.replace(/\.\w+$/, ""))}${duration > drawn ? html` (the GIF: ${seconds(drawn)})` : ""}</span></p>
      </div>
    </section>
    <h3>Over its ${seconds(duration)}</h3>
    <ol class="timeline">
      ${steps.map(
        ({ start, end, words, score }) =>
          html`<li style="flex-grow: ${end - start}">
            <button
              type="button"
              data-from="${start}"
              data-to="${end}"
              title="${words}, ${seconds(start)} to ${seconds(end)}, ${percent(score)} sure"
            >
              <span>${words}</span> <small>${seconds(start)}</small>${bar(score)}
            </button>
          </li>`
      )}
    </ol>
    <h3>Dances like it, side by side with yours</h3>
    ${cards(near, "Compare", { ghost: files["dance.reel"] })}`;
}
