// How <dance-player> looks: its parts and their style. The page may set --left, --right, --stage and the other colours
// of ink.js on the element, and --tallest, how high the picture may be.

import { COLOURS } from "./ink.js";

const icon = (path) => `<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="${path}"/></svg>`;
const PLAY = icon("M8 5.1v13.8c0 .8.9 1.3 1.5.8l10.2-6.9c.6-.4.6-1.2 0-1.6L9.5 4.3C8.9 3.8 8 4.3 8 5.1z");
const PAUSE = icon("M7 4.5h2.6v15H7zM14.4 4.5H17v15h-2.6z");
const RESET = icon("M12 5V1.5L7.5 6 12 10.5V7a5 5 0 1 1-5 5H5a7 7 0 1 0 7-7z");
const SPEEDS = [0.25, 0.5, 0.75, 1, 1.5, 2];

const options = SPEEDS.map((speed) => `<option value="${speed}"${speed === 1 ? " selected" : ""}>${speed}×</option>`);
const toggle = (name, text, title) =>
  `<button type="button" data-shows="${name}" aria-pressed="true" title="${title}">${text}</button>`;

export const PARTS = `
  <div class="stage">
    <canvas></canvas>
    <p class="hint" aria-hidden="true">Drag to turn</p>
    <p class="say" role="status"></p>
  </div>
  <div class="controls">
    <div class="time">
      <button type="button" class="play"><span class="when-paused">${PLAY}</span><span class="when-playing">${PAUSE}</span></button>
      <input type="range" min="0" max="1" step="0.01" value="0" aria-label="Time" />
      <span class="clock" aria-hidden="true"></span>
      <button type="button" class="rest" aria-label="Reset the view" title="Reset the view">${RESET}</button>
    </div>
    <div class="how">
      <select aria-label="Speed">${options.join("")}</select>
      ${toggle("trails", "Trails", "The way of hands and feet")}
      ${toggle("follow", "Follow", "The camera goes along with the dance")}
      ${toggle("ghost", "Ghost", "The second dance")}
      ${toggle("beside", "Beside", "Side by side, or in one place")}
    </div>
  </div>`;

export const STYLE = `
  :host {
    ${Object.entries(COLOURS).map(([name, colour]) => `--${name}: ${colour};`).join(" ")}
    display: block; container-type: inline-size;
  }
  /* Not on the host, where a page that colours everything would win. */
  .player {
    overflow: hidden; border-radius: 14px; background: var(--stage); color: var(--body);
    font: 500 0.875rem/1.2 system-ui, sans-serif;
  }
  :host([hidden]), [hidden] { display: none !important; }
  .stage { position: relative; aspect-ratio: 1; max-height: var(--tallest, 78vh); width: 100%; }
  @container (min-width: 560px) { .stage { aspect-ratio: 4 / 3; } }
  canvas { position: absolute; inset: 0; width: 100%; height: 100%; display: block; touch-action: pan-y; cursor: grab; outline: none; }
  canvas:active { cursor: grabbing; }
  :host([bare]) canvas { pointer-events: none; }
  .say { position: absolute; inset: auto 0 0; margin: 0; padding: 1rem 1.25rem; text-align: center; line-height: 1.4; }
  .hint { position: absolute; inset: 0.75rem auto auto 0.9rem; margin: 0; font-size: 0.8125rem; color: color-mix(in srgb, var(--body) 78%, var(--stage)); pointer-events: none; }
  .broken .hint { visibility: hidden; }
  .say:empty { display: none; }
  .broken .say { inset: 0; display: grid; place-content: center; font-size: 1rem; }
  .broken canvas, .broken .controls { visibility: hidden; }

  .controls { padding: 0.5rem 0.75rem 0.75rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.6rem; }
  .time, .how { display: flex; align-items: center; gap: 0.4rem; }
  .time { gap: 0.75rem; }
  .how { flex-wrap: wrap; }
  .clock { font-variant-numeric: tabular-nums; white-space: nowrap; color: color-mix(in srgb, var(--body) 78%, var(--stage)); min-width: 5.2em; text-align: right; }

  button, select {
    font: inherit; color: inherit; cursor: pointer; min-height: 2.25rem; padding: 0 0.8rem; border-radius: 999px;
    border: 1px solid color-mix(in srgb, var(--body) 24%, var(--stage)); background: transparent; margin: 0;
    transition: background 0.15s, color 0.15s, border-color 0.15s;
  }
  button:hover, select:hover { border-color: color-mix(in srgb, var(--body) 60%, var(--stage)); }
  button[aria-pressed="true"] { background: color-mix(in srgb, var(--body) 16%, var(--stage)); border-color: transparent; }
  button[aria-pressed="false"] { color: color-mix(in srgb, var(--body) 70%, var(--stage)); }
  select { appearance: none; text-align: center; min-width: 3.6rem; }
  option { background: var(--stage); color: var(--body); }
  .rest { flex: none; width: 2.25rem; padding: 0; display: grid; place-content: center; }
  .play { flex: none; width: 2.6rem; min-height: 2.6rem; padding: 0; display: grid; place-content: center; background: var(--body); color: var(--stage); border: 0; }
  .play:hover { background: color-mix(in srgb, var(--body) 85%, var(--stage)); }
  .play span { display: grid; }
  .playing .when-paused, .player:not(.playing) .when-playing { display: none; }
  svg { fill: currentColor; }
  button:focus-visible, select:focus-visible, input:focus-visible { outline: 2px solid var(--body); outline-offset: 2px; }
  canvas:focus-visible { outline: 2px solid var(--body); outline-offset: -4px; border-radius: 14px; }

  input { --done: 0%; flex: 1; min-width: 0; height: 1.75rem; margin: 0; appearance: none; background: none; cursor: pointer; border-radius: 6px; }
  input::-webkit-slider-runnable-track { height: 4px; border-radius: 2px; background: linear-gradient(to right, var(--body) var(--done), color-mix(in srgb, var(--body) 24%, var(--stage)) 0); }
  input::-moz-range-track { height: 4px; border-radius: 2px; background: linear-gradient(to right, var(--body) var(--done), color-mix(in srgb, var(--body) 24%, var(--stage)) 0); }
  input::-webkit-slider-thumb { appearance: none; width: 16px; height: 16px; margin-top: -6px; border: 0; border-radius: 50%; background: var(--body); }
  input::-moz-range-thumb { width: 16px; height: 16px; border: 0; border-radius: 50%; background: var(--body); }

  @media (forced-colors: active) {
    .player { border: 1px solid; }
    button[aria-pressed="true"], .play { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
    input { --body: Highlight; --stage: Canvas; forced-color-adjust: none; }
    input::-webkit-slider-runnable-track { background: linear-gradient(to right, Highlight var(--done), CanvasText 0); }
    input::-moz-range-track { background: linear-gradient(to right, Highlight var(--done), CanvasText 0); }
  }
  @container (max-width: 420px) {
    .how { gap: 0.3rem; }
    .how button, select { padding: 0 0.55rem; font-size: 0.8125rem; }
    select { min-width: 3rem; }
    .clock { min-width: 0; }
  }`;
