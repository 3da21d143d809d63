(value, { html, key }) => html`<section class="picked" aria-live="polite">
  <div class="stage"></div>
  <h2>Pick a dance on the map</h2>
  ${key}
  <p class="actions" hidden>
    <a href="#">More like this</a>
    <span>Take it away: <a download href="#">GIF</a> <a download href="#">BVH</a> <a download href="#">.npy</a></span>
  </p>
</section>`
