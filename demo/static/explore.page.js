// Explore: the dance that is picked on the map plays beside it.

document.addEventListener("pick", ({ detail: { id, caption } }) => {
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
    Object.assign(away[index].dataset, { words: caption, id });
  });
  for (const part of picked.querySelectorAll("[hidden]")) part.hidden = false;
  picked.querySelector(".first").hidden = true;
  player.scrollIntoView({ block: "nearest" }); // on a phone it is below the map
});
