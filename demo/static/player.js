// <dance-player src="URL" ghost="URL" label="...">: a dance to look at from all sides, and perhaps a second one in step.
// src and ghost are reels (demo/reel.py). With `bare` it is the picture alone, with nothing to press. It asks for
// nothing but its reels, tells where it is by timeupdate as a video does, stands still when nobody can see it, and starts
// still for who wants less motion. Another dance in the place of one plays if that one did.

import { listen } from "./gestures.js";
import { COLOURS, mix } from "./ink.js";
import { Picture, still } from "./picture.js";
import { PARTS, STYLE } from "./player.look.js";
import { Reel } from "./reel.js";
import { Scene } from "./scene.js";
import { View } from "./view.js";

const DEGREES = 0.45; // that the view turns a pixel
const KEYS = {
  ArrowLeft: { turn: 15 },
  ArrowRight: { turn: -15 },
  ArrowUp: { tilt: 8 },
  ArrowDown: { tilt: -8 },
  "+": { zoom: 1.2 },
  "=": { zoom: 1.2 },
  "-": { zoom: 1 / 1.2 },
};
const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }; // frames, on the slider
const HELP = "Space plays and pauses, arrow keys turn the view, plus and minus zoom, 0 resets it.";

// What was chosen of one player holds for the next: the speed, and that it is known how to turn one.
const chosen = { speed: 1, turned: false };

class DancePlayer extends HTMLElement {
  static observedAttributes = ["src", "ghost", "label", "bare"];

  #view = new View();
  #time = 0;
  #playing = false;
  #speed = chosen.speed;
  #find;
  #scene;
  #picture;
  #inks;
  #loading;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open", delegatesFocus: true });
    root.innerHTML = `<style>${STYLE}</style><div class="player">${PARTS}</div>`;
    this.#find = (selector) => root.querySelector(selector);
    this.#scene = new Scene(this.#find("canvas"));
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
  }

  attributeChangedCallback(name) {
    if (name === "src" || name === "ghost") this.#load();
    this.#say();
  }

  get duration() {
    return this.#scene.reel?.duration ?? 0;
  }

  // Seconds into the dance, of its own time.
  get time() {
    return Math.min(this.#time, this.duration);
  }

  set time(seconds) {
    this.#time = Math.min(Math.max(seconds, 0), this.duration);
    this.#picture.ask();
  }

  get playing() {
    return this.#playing;
  }

  play() {
    this.#playing = true;
    this.#say();
    this.#picture.ask();
  }

  pause() {
    this.#playing = false;
    this.#say();
    this.#picture.ask();
  }

  // Fetch what the attributes name, once they have all been set.
  async #load() {
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    await null;
    if (loading.signal.aborted || !this.isConnected) return;
    const [src, ghost] = [this.getAttribute("src"), this.getAttribute("ghost")];
    this.#find(".say").textContent = src ? "" : "There is no dance to show.";
    const fetched = (url) => (url ? Reel.fetch(url, loading.signal) : null);
    const [one, other] = await Promise.allSettled([fetched(src), fetched(ghost)]);
    if (loading.signal.aborted) return;
    const plays = this.#scene.reel ? this.#playing : !still();
    [this.#scene.reel, this.#scene.ghost] = [one.value ?? null, other.value ?? null];
    const wrong = one.reason?.message ?? (other.reason && `${other.reason.message} It would be the ghost.`) ?? "";
    if (src) this.#find(".say").textContent = wrong;
    this.#find(".player").classList.toggle("broken", !this.#scene.reel);
    this.#playing = plays && Boolean(this.#scene.reel);
    this.#time = still() && this.hasAttribute("bare") ? this.duration / 2 : 0;
    this.#say();
    this.#picture.renew();
    if (this.#scene.reel) this.dispatchEvent(new Event("ready"));
  }

  // Paint one picture; whether another has to follow.
  #paint({ width, height, ratio, fresh }, passed) {
    if (!this.#scene.reel) return false;
    if (fresh) {
      const style = getComputedStyle(this);
      const colour = (name) => style.getPropertyValue(`--${name}`).trim();
      this.#inks = mix(Object.fromEntries(Object.keys(COLOURS).map((name) => [name, colour(name)])));
    }
    if (this.#playing) this.#time = (this.#time + passed * this.#speed) % this.#scene.cycle;
    this.#scene.fit(this.#view, width, height);
    if (fresh || still()) this.#view.settle();
    const moving = this.#view.ease(passed);
    this.#scene.draw(this.#view, this.#inks, this.#time, ratio);
    this.#tell();
    return this.#playing || moving;
  }

  // Where the dance is, on the slider and beside it.
  #tell() {
    const [range, clock] = [this.#find("input"), this.#find(".clock")];
    const [time, whole] = [this.time, this.duration];
    range.max = whole.toFixed(2);
    range.value = time.toFixed(2);
    range.style.setProperty("--done", `${(100 * time) / whole}%`);
    const text = `${time.toFixed(1)} of ${whole.toFixed(1)} seconds`;
    if (range.getAttribute("aria-valuetext") !== text) range.setAttribute("aria-valuetext", text);
    clock.textContent = `${time.toFixed(1)} / ${whole.toFixed(1)} s`;
    this.dispatchEvent(new Event("timeupdate"));
  }

  // What the parts are called, and which of them there are.
  #say() {
    const [label, bare] = [this.getAttribute("label") || "A dance", this.hasAttribute("bare")];
    const canvas = this.#find("canvas");
    canvas.tabIndex = bare ? -1 : 0;
    canvas.setAttribute("role", bare ? "img" : "application");
    canvas.setAttribute("aria-label", bare ? label : `${label}. ${HELP}`);
    this.#find(".player").classList.toggle("playing", this.#playing);
    this.#find(".play").setAttribute("aria-label", this.#playing ? "Pause" : "Play");
    this.#find(".controls").hidden = bare;
    this.#find(".hint").hidden = bare || chosen.turned;
    this.#find("select").value = this.#speed;
    const { ghost, shows } = this.#scene;
    for (const button of this.shadowRoot.querySelectorAll("[data-shows]")) {
      const name = button.dataset.shows;
      button.setAttribute("aria-pressed", shows[name]);
      button.hidden = (name === "ghost" && !ghost) || (name === "beside" && !(ghost && shows.ghost));
    }
  }

  #controls() {
    const root = this.shadowRoot;
    const toggle = () => (this.#playing ? this.pause() : this.play());
    const turn = (change) => {
      this.#view.ask(change);
      this.#picture.ask();
      if (change.turn) chosen.turned = this.#find(".hint").hidden = true;
    };
    this.#find(".play").addEventListener("click", toggle);
    this.#find(".rest").addEventListener("click", () => (this.#view.rest(), this.#picture.ask()));
    this.#find("select").addEventListener("change", ({ target }) => {
      chosen.speed = this.#speed = Number(target.value);
    });
    const go = (time) => {
      this.time = time;
      this.pause();
    };
    this.#find("input").addEventListener("input", ({ target }) => go(Number(target.value)));
    this.#find("input").addEventListener("keydown", (event) => {
      const { fps } = this.#scene.reel;
      if (event.key === " ") toggle();
      else if (STEPS[event.key]) go((Math.round(this.time * fps) + STEPS[event.key]) / fps);
      else return;
      event.preventDefault();
    });
    for (const button of root.querySelectorAll("[data-shows]")) {
      button.addEventListener("click", () => {
        this.#scene.shows[button.dataset.shows] = !this.#scene.shows[button.dataset.shows];
        this.#say();
        this.#picture.ask();
      });
    }
    const canvas = this.#find("canvas");
    canvas.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === " ") toggle();
      else if (event.key === "0") this.#find(".rest").click();
      else if (KEYS[event.key]) turn(KEYS[event.key]);
      else return;
      event.preventDefault();
    });
    canvas.addEventListener("dblclick", () => this.#find(".rest").click());
    listen(canvas, {
      drag: (dx, dy) => turn({ turn: -DEGREES * dx, tilt: DEGREES * dy }),
      pinch: (zoom) => turn({ zoom }),
      tap: toggle,
    });
  }
}

customElements.define("dance-player", DancePlayer);
