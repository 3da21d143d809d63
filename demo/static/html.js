// A view is (value, tools) => html`...`. Whatever stands in ${} there is escaped, unless html made it too.
// No Handlebars: Gradio would evaluate what a visitor typed as code. So no view may hold two braces in a row.
(view, value) => {
  const LONG = 60; // letters
  class Html {
    constructor(text) {
      this.text = text;
    }
  }
  const escape = (text) => String(text ?? "").replace(/[&<>"'`]/g, (sign) => "&#" + sign.charCodeAt(0) + ";");
  const show = (part) =>
    part instanceof Html ? part.text : Array.isArray(part) ? part.map(show).join("") : escape(part);
  const html = (strings, ...parts) =>
    new Html(strings.map((text, index) => (index ? show(parts[index - 1]) : "") + text).join(""));

  // Of what a visitor typed, which may be a page, as much as is said again or has room in a picture.
  const brief = (text) => (text.length > LONG ? text.slice(0, LONG).trimEnd() + "…" : text);
  const words = (id) => id.replaceAll("_", " ");
  const percent = (share) => Math.round(100 * Math.max(share, 0)) + "%";
  const seconds = (time) => time.toFixed(1) + " s";
  const bar = (share) => html`<span class="bar"><span style="width: ${percent(share)}"></span></span>`;
  const how = ({ confidence, score }) =>
    confidence === undefined
      ? html`${bar(score)} <b>${percent(score)}</b> alike`
      : html`${bar(confidence)} <b>${percent(confidence)}</b> sure`;
  // What the closer look needs to know of a dance; ghost is the file of a dance to set beside it.
  const closer = ({ id, caption, files }, ghost) => JSON.stringify({ id, caption, files, ghost });
  // A GIF, and for who wants less motion one frame of it.
  const moving = (files, name, how) => html`<picture>
    <source media="(prefers-reduced-motion: reduce)" srcset="${files["still.gif"]}" />
    <img src="${files[name]}" ${how} />
  </picture>`;
  const picture = (result, size, invitation, ghost) => html`<button
    type="button"
    class="picture"
    data-dance="${closer(result, ghost)}"
  >
    ${moving(result.files, size, html`alt="A figure dances: ${result.caption}" width="360" height="360"`)}
    <span>${invitation}</span>
  </button>`;
  // How a text was read, where that is not as it stands.
  const readAs = (query, text, without) =>
    text === query
      ? ""
      : html`<p class="none">Read as “${text}”${without.map((id) => ", without " + words(id)).join("")}</p>`;
  const quoted = (list) => list.map((word) => "“" + word + "”").join(", ");
  const reasons = ({ why }) =>
    why && html`<small class="why">
      ${why.matched.filter((each) => each.words.length).map((each) => html`<span>${words(each.attribute)}</span> `)}
      ${why.unmatched.length ? html`<i>not ${quoted(why.unmatched)}</i>` : ""}
    </small>`;
  // ghost: as of `closer`; sure: whether it is said how sure, which is of no use where nothing fits.
  const cards = (results, invitation, { ghost, sure = true } = {}) => html`<ul class="cards">
    ${results.map(
      (result) => html`<li>
        ${picture(result, "small.gif", invitation, ghost)}
        <p>${result.caption}</p>
        ${sure ? html`<small>${how(result)}</small>` : ""}
        ${reasons(result)}
        ${ghost ? "" : html`<button type="button" class="quiet" data-like="${result.id}">More like this</button>`}
      </li>`
    )}
  </ul>`;
  // words, id: what the files are called, by away.page.js.
  const away = (files, words, id) => html`${["dance.gif", "dance.bvh", "dance.npy"].map(
    (file) => html`<a href="${files[file]}" download data-words="${words}" data-id="${id}"
      >${file.split(".")[1] === "npy" ? ".npy" : file.split(".")[1].toUpperCase()}</a
    > `
  )}`;
  const key = html`<p class="key"><i class="left"></i>dancer's left <i class="right"></i>dancer's right</p>`;

  return value ? show(view(value, { html, words, percent, seconds, bar, how, moving, picture, cards, away, key, readAs, quoted, brief })) : "";
}
