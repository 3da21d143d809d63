// <dance-map src="URL" query="0.4 0.7" words="..." reels="dances/{id}/...">: a gallery as a map to look around in.
// src is the JSON of demo/atlas.py. query is a place to mark, and words what is said there. With reels, a pattern of
// addresses, a dance that is pointed at is seen dancing. `pick`, which bubbles, says in detail the id and the caption of
// the dance that was chosen, which stays marked.

import { Chart, hue } from "./chart.js";
import { listen } from "./gestures.js";
import { PARTS, SHAPES, STYLE } from "./map.look.js";
import { Picture, still } from "./picture.js";
import "./player.js";

const REACH = { mouse: 14, hand: 26 }; // pixels around a dance that count as it
const LINGER = 90; // milliseconds of pointing after which a dance is fetched
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

class DanceMap extends HTMLElement {
  static observedAttributes = ["src", "query", "words"];

  #find;
  #picture;
  #chart;
  #loading;
  #waiting;
  #colours;
  #time = 0;
  #current = -1;
  #picked = -1;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open", delegatesFocus: true });
    root.innerHTML = `<style>${STYLE}</style><div class="map">${PARTS}</div>`;
    this.#find = (selector) => root.querySelector(selector);
    this.#picture = new Picture(this.#find("canvas"), (...how) => this.#paint(...how));
    this.#controls();
  }

  connectedCallback() {
    this.#picture.start();
    this.#load();
  }

  disconnectedCallback() {
    this.#picture.stop();
    this.#loading?.abort();
    clearTimeout(this.#waiting);
  }

  attributeChangedCallback(name) {
    if (name === "src") this.#load();
    else if (this.query) this.#chart?.show(this.query.x, this.query.y);
    this.#picture.ask();
  }

  // What is marked: its place and words, or null.
  get query() {
    const [x, y] = (this.getAttribute("query") ?? "").split(/[\s,]+/).filter(Boolean).map(Number);
    return Number.isFinite(x) && Number.isFinite(y) ? { x, y, text: this.getAttribute("words") ?? "" } : null;
  }

  async #load() {
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    await null;
    const src = this.getAttribute("src");
    if (loading.signal.aborted || !this.isConnected || !src) return;
    try {
      const answer = await fetch(src, { signal: loading.signal });
      if (!answer.ok) throw new Error(`the answer was ${answer.status}`);
      this.#chart = new Chart(await answer.json());
    } catch (error) {
      if (loading.signal.aborted) return;
      this.#chart = null;
      this.#find(".say").textContent = `The map could not be drawn: ${error.message}.`;
      return;
    }
    this.#find(".say").textContent = "";
    this.#find("canvas").setAttribute(
      "aria-label",
      `A map of ${this.#chart.data.id.length} dances; dances that are alike lie near one another. ` +
        "Arrow keys go from dance to dance, Enter chooses one, plus and minus zoom, 0 shows all."
    );
    this.#point(-1);
    this.#picked = -1;
    this.#picture.renew();
    this.dispatchEvent(new Event("ready"));
  }

  #paint(frame, passed) {
    if (!this.#chart) return false;
    this.#theme();
    const { query } = this;
    this.#time = still() ? null : this.#time + passed;
    this.#chart.draw(this.#find("canvas").getContext("2d"), frame, this.#colours, {
      current: this.#current,
      picked: this.#picked,
      query,
      time: this.#time,
    });
    this.#place();
    return Boolean(query) && !still();
  }

  // Light or dark, as the text of the page around is dark or light.
  #theme() {
    const [red, green, blue] = getComputedStyle(this).color.match(/[\d.]+/g).map(Number);
    const dark = 0.299 * red + 0.587 * green + 0.114 * blue > 128;
    if (this.#colours?.dark === dark && this.#colours.of === this.#chart) return;
    const map = this.#find(".map");
    map.classList.toggle("dark", dark);
    const style = getComputedStyle(map);
    const [ground, ink] = ["--ground", "--ink"].map((name) => style.getPropertyValue(name).trim());
    this.#colours = { dark, ground, ink };
    Object.defineProperty(this.#colours, "of", { value: this.#chart });
    this.#legend();
  }

  #legend() {
    const { data, chosen } = this.#chart;
    const buttons = data.families.map((name, family) => {
      const button = document.createElement("button");
      button.type = "button";
      button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path/></svg><span></span><small></small>`;
      button.querySelector("path").setAttribute("d", SHAPES[family % SHAPES.length]);
      button.querySelector("path").setAttribute("fill", hue(family, this.#colours));
      button.querySelector("span").textContent = name;
      button.querySelector("small").textContent = data.family.filter((each) => each === family).length;
      button.setAttribute("aria-pressed", chosen.has(family));
      button.addEventListener("click", () => {
        if (!chosen.delete(family)) chosen.add(family);
        button.setAttribute("aria-pressed", chosen.has(family));
        this.#point(-1);
        this.#picture.ask();
      });
      return button;
    });
    this.#find(".legend").replaceChildren(...buttons);
  }

  // Point at a dance, or at none.
  #point(index) {
    const canvas = this.#find("canvas");
    canvas.classList.toggle("near", index >= 0);
    if (index === this.#current) return;
    this.#current = index;
    clearTimeout(this.#waiting);
    const [card, player] = [this.#find(".card"), this.#find("dance-player")];
    card.hidden = index < 0;
    player.hidden = true;
    if (index >= 0) {
      const { caption, id } = this.#chart.data;
      card.querySelector("p").textContent = caption[index];
      const reels = this.getAttribute("reels");
      player.hidden = !reels;
      player.removeAttribute("src");
      const fetch = () => player.setAttribute("src", reels.replace("{id}", encodeURIComponent(id[index])));
      if (reels) this.#waiting = setTimeout(fetch, LINGER);
    }
    this.#picture.ask();
  }

  // Set the card beside its dance, inside the map.
  #place() {
    if (this.#current < 0) return;
    const { data, width, height } = this.#chart;
    const card = this.#find(".card");
    const [x, y] = this.#chart.spot(data.x[this.#current], data.y[this.#current]);
    const left = x + 18 + card.offsetWidth < width ? x + 18 : x - 18 - card.offsetWidth;
    const top = Math.min(Math.max(y - card.offsetHeight / 2, 8), Math.max(height - card.offsetHeight - 8, 8));
    card.style.transform = `translate(${Math.max(left, 8)}px, ${top}px)`;
  }

  #pick() {
    if (this.#current < 0) return;
    this.#picked = this.#current;
    this.#picture.ask();
    const { id, caption } = this.#chart.data;
    const detail = { id: id[this.#picked], caption: caption[this.#picked] };
    this.dispatchEvent(new CustomEvent("pick", { bubbles: true, composed: true, detail }));
  }

  // Go to the next dance in a direction.
  #go(dx, dy) {
    const { data, view } = this.#chart;
    const start = this.query ?? view;
    const [x, y] = this.#current < 0 ? [start.x, start.y] : [data.x[this.#current], data.y[this.#current]];
    const next = this.#chart.toward(x, y, dx, dy, this.#current);
    if (next < 0) return;
    this.#chart.show(data.x[next], data.y[next]);
    this.#point(next);
    this.#find(".spoken").textContent = data.caption[next];
  }

  #controls() {
    const canvas = this.#find("canvas");
    const change = (what) => {
      if (!this.#chart) return;
      what(this.#chart);
      this.#picture.ask();
    };
    const zoom = (...how) => change((chart) => chart.zoom(...how));
    for (const button of this.shadowRoot.querySelectorAll("[data-zoom]")) {
      button.addEventListener("click", () => zoom(Number(button.dataset.zoom)));
    }
    canvas.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || !this.#chart) return;
      const zooms = { "+": 1.6, "=": 1.6, "-": 0.625, 0: 0 };
      if (KEYS[event.key]) this.#go(...KEYS[event.key]);
      else if (event.key in zooms) zoom(zooms[event.key]);
      else if (event.key === "Enter" || event.key === " ") this.#pick();
      else if (event.key === "Escape" && this.#current >= 0) this.#point(-1);
      else return;
      event.preventDefault();
    });
    const find = (x, y, reach) => this.#chart && this.#point(this.#chart.near(x, y, reach));
    listen(canvas, {
      drag: (dx, dy) => change((chart) => (chart.pan(dx, dy), this.#point(-1))),
      pinch: (factor, x, y) => zoom(factor, x, y),
      move: (x, y) => find(x, y, REACH.mouse),
      leave: () => this.#point(-1),
      tap: (x, y) => {
        find(x, y, REACH.hand);
        this.#pick();
      },
    });
  }
}

customElements.define("dance-map", DanceMap);
