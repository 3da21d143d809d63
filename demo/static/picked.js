(value, { html, key }) => html`<section class="picked" aria-live="polite">
  <div class="stage"></div>
  <h2>Pick a dance on the map</h2>
  <p class="first">Each mark is a dance, of the colour and shape of its kind; dances that are alike lie close together. Point at one to see it, press it and it plays here.</p>
  <div hidden>${key}</div>
  <p class="actions" hidden>
    <a href="#">More like this</a>
    <span>Take it away: <a download href="#">GIF</a> <a download href="#">BVH</a> <a download href="#">.npy</a></span>
  </p>
</section>`
