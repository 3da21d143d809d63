// How <dance-map> looks: its parts, their style, and a shape and two colours for each family, so that families are told
// apart by shape, hue and lightness, on light and on dark.

// On dark and on light ground, one after the other for the families in their order: searched for, so that under none of
// the three colour blindnesses two are alike. Tests measure it.
export const HUES = [
  ["#5b7ff4", "#355fef"],
  ["#4cd9fc", "#029ad9"],
  ["#fbf19b", "#7e6902"],
  ["#fda936", "#d08205"],
  ["#d95bb8", "#b31b97"],
  ["#adaeb1", "#6e6f77"],
  ["#f86c49", "#7f2c12"],
  ["#b4f6da", "#0c824b"],
];
// In a square of 24.
export const SHAPES = [
  "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16z",
  "M12 2.5l9.5 17h-19z",
  "M5 5h14v14H5z",
  "M12 1.5L21.5 12 12 22.5 2.5 12z",
  "M9 3h6v6h6v6h-6v6H9v-6H3V9h6z",
  "M12 3L20 7.5v9L12 21l-8-4.5v-9z",
  "M12 21.5L2.5 4.5h19z",
  "M6.2 3L12 8.8 17.8 3 21 6.2 15.2 12l5.8 5.8L17.8 21 12 15.2 6.2 21 3 17.8 8.8 12 3 6.2z",
  "M12 1.5l3 7 7.6.7-5.7 5 1.7 7.4L12 17.7l-6.6 3.9 1.7-7.4-5.7-5 7.6-.7z",
];

// Pixels of the corner at the right and the top that the buttons take.
export const CORNER = [60, 142];

export const PARTS = `
  <div class="ground">
    <canvas tabindex="0" role="application"></canvas>
    <div class="zoom">
      <button type="button" data-zoom="1.6" aria-label="Zoom in">+</button>
      <button type="button" data-zoom="0.625" aria-label="Zoom out">−</button>
      <button type="button" data-zoom="0" aria-label="Show the whole map">⤢</button>
    </div>
    <div class="card" hidden><dance-player bare hidden></dance-player><p></p></div>
    <p class="say" role="status">The map is on its way…</p>
  </div>
  <div class="legend" role="group" aria-label="Families of moves to show"></div>
  <p class="spoken" role="status"></p>`;

export const STYLE = `
  :host { display: block; container-type: inline-size; }
  :host([hidden]), [hidden] { display: none !important; }
  .map { --ground: #ffffff; --ink: #1c1d22; --line: #e3e0da; --soft: #5f5f68; position: relative; color: var(--ink); font: 500 0.875rem/1.3 system-ui, sans-serif; }
  .map.dark { --ground: #13151d; --ink: #f0ebe2; --line: #2c303d; --soft: #a9a9b4; }
  .ground { position: relative; aspect-ratio: 4 / 3; max-height: 82vh; width: 100%; overflow: hidden; border-radius: 14px; background: var(--ground); box-shadow: inset 0 0 0 1px var(--line); }
  @container (max-width: 560px) { .ground { aspect-ratio: 1; } }
  canvas { position: absolute; inset: 0; width: 100%; height: 100%; display: block; touch-action: pan-y; cursor: grab; outline: none; }
  canvas.near { cursor: pointer; }
  canvas:focus-visible { outline: 2px solid var(--ink); outline-offset: -4px; border-radius: 14px; }
  .say { position: absolute; inset: 0; margin: 0; display: grid; place-content: center; padding: 1rem; text-align: center; pointer-events: none; }
  .say:empty { display: none; }

  button { font: inherit; color: var(--ink); cursor: pointer; margin: 0; background: var(--ground); border: 1px solid var(--line); }
  button:hover { border-color: var(--soft); }
  button:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
  .zoom { position: absolute; right: 0.75rem; top: 0.75rem; display: grid; gap: 0.35rem; }
  .zoom button { width: 2.25rem; height: 2.25rem; border-radius: 50%; font-size: 1.1rem; line-height: 1; padding: 0; }

  .card { position: absolute; left: 0; top: 0; width: 172px; padding: 6px; border-radius: 14px; background: var(--ground); box-shadow: 0 0 0 1px var(--line), 0 8px 28px rgb(0 0 0 / 0.28); pointer-events: none; }
  .card dance-player { border-radius: 10px; }
  .card p { margin: 0.4rem 0.35rem 0.25rem; font-size: 0.8125rem; line-height: 1.35; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; overflow-wrap: anywhere; }

  .legend { display: flex; flex-wrap: wrap; gap: 0.4rem; padding-top: 0.75rem; }
  .legend button { display: inline-flex; align-items: center; gap: 0.45rem; min-height: 2.1rem; padding: 0 0.75rem 0 0.6rem; border-radius: 999px; }
  .legend button[aria-pressed="true"] { background: var(--ink); border-color: var(--ink); color: var(--ground); }
  .legend small { color: var(--soft); font-size: 0.8em; font-variant-numeric: tabular-nums; }
  .legend [aria-pressed="true"] small { color: inherit; }
  .legend svg { width: 14px; height: 14px; flex: none; }
  @media (forced-colors: active) {
    .legend button[aria-pressed="true"] { forced-color-adjust: none; background: Highlight; border-color: Highlight; color: HighlightText; }
    .legend svg { forced-color-adjust: none; }
  }
  .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; margin: 0; }`;
