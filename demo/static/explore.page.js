// Explore: the dance that is picked on the map plays beside it.

const captions = fetch("map.json")
  .then((answer) => answer.json())
  .then(({ id, caption }) => new Map(id.map((each, index) => [each, caption[index]])));

document.addEventListener("pick", async ({ detail: { id } }) => {
  const caption = (await captions).get(id);
  const path = (name) => "dances/" + encodeURIComponent(id) + "/" + name;
  const picked = document.querySelector(".picked");
  picked.querySelector("h2").textContent = caption;
  const player = document.createElement("dance-player");
  player.setAttribute("src", path("dance.reel"));
  player.setAttribute("label", caption);
  picked.querySelector(".stage").replaceChildren(player);
  const [alike, ...away] = picked.querySelectorAll("a");
  alike.href = "?like=" + encodeURIComponent(id);
  ["dance.gif", "dance.bvh", "dance.npy"].forEach((name, index) => {
    away[index].href = path(name);
    away[index].download = id + name.slice(name.lastIndexOf("."));
  });
  picked.querySelector(".actions").hidden = false;
});
