// A view is (value, tools) => html`...`. Whatever stands in ${} there is escaped, unless html made it too.
// No Handlebars: Gradio would evaluate what a visitor typed as code. So no view may hold two braces in a row.
(view, value) => {
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

  const words = (id) => id.replaceAll("_", " ");
  const percent = (share) => Math.round(100 * Math.max(share, 0)) + "%";
  const bar = (share) => html`<span class="bar"><span style="width: ${percent(share)}"></span></span>`;
  const dance = (result) =>
    html`<img src="${result.gif.url}" alt="A figure dances: ${result.caption}" width="360" height="360" />`;
  const how = ({ confidence, score }) =>
    confidence === undefined
      ? html`${bar(score)} ${percent(score)} alike`
      : html`${bar(confidence)} ${percent(confidence)} sure`;
  const cards = (results) => html`<ul class="cards">
    ${results.map(
      (result) => html`<li>
        ${dance(result)}
        <p>${result.caption}</p>
        <small>${how(result)}</small>
      </li>`
    )}
  </ul>`;
  const key = html`<p class="key"><i class="left"></i>dancer's left <i class="right"></i>dancer's right</p>`;

  return value ? show(view(value, { html, words, percent, bar, dance, cards, key })) : "";
}
