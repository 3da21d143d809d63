(value, { html, key }) => html`<dialog class="closer" aria-labelledby="closer-caption">
  <form method="dialog"><button aria-label="Close">✕</button></form>
  <h2 id="closer-caption"></h2>
  <div class="stage"></div>
  ${key}
  <p class="facts ghostly" hidden>Your dance is the ghost; both take the same time.</p>
  <p class="actions">
    <span>Take it away: <a download href="#">GIF</a> <a download href="#">BVH</a> <a download href="#">.npy</a></span>
  </p>
</dialog>`
