({ query, read_as, place, good_match, near }, { html }) => html`<section class="explore">
  ${query
    ? html`<p class="query">${query}</p>
        <p class="said" role="status">
          On the map: ${query}. ${good_match ? "" : "No good match: it is about none of these dances. "}Nearest: ${near}.
        </p>
        ${read_as !== query ? html`<p class="none">Read as “${read_as}”</p>` : ""}
        ${good_match ? "" : html`<p class="none">No good match: none of these dances is about that. It stands by the nearest.</p>`}`
    : ""}
  <dance-map src="map.json" reels="dances/{id}/dance.reel" query="${place ?? ""}" words="${query ?? ""}"></dance-map>
</section>`
