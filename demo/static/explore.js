({ query, read_as, without, place, good_match, faint, near }, { html, readAs, brief }) => html`<section class="explore">
  ${query
    ? html`<p class="query">${query}</p>
        <p class="said" role="status">
          On the map: ${brief(query)}. ${good_match ? "" : "No good match: it is about none of these dances. "}Nearest: ${near}.
        </p>
        ${readAs(query, read_as, without)}
        ${faint ? html`<p class="none">A faint match: perhaps none of these dances is that. It stands by the nearest.</p>` : ""}
        ${good_match ? "" : html`<p class="none">No good match: none of these dances is about that. It stands by the nearest.</p>`}`
    : ""}
  <dance-map src="map.json" reels="dances/{id}/dance.reel" query="${place ?? ""}" words="${brief(query ?? "")}"></dance-map>
</section>`
