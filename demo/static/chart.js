// The drawing of the map: dances as marks, a glow under each region, names where there is room, and the query.
// Places are those of the data, 0 to 1, until `spot` turns them into pixels. Knows nothing of hands or files.

import { CORNER, HUES, SHAPES } from "./map.look.js";

const MARGIN = 0.04; // of the smaller side, kept free around the whole
const [GLOW, HALO] = [512, 34]; // pixels a unit of the data in the picture of the glow, and how far one dance glows
const DIM = 0.1; // of marks of a family that is not chosen
const PULSE = 2.2; // seconds from ring to ring
const [NEAREST, FARTHEST] = [24, 1]; // of zoom

export class Chart {
  constructor(data) {
    this.data = data;
    const ends = [data.x, data.y].map((along) => [Math.min(...along), Math.max(...along)]);
    this.middle = ends.map(([low, high]) => (low + high) / 2);
    this.span = ends.map(([low, high]) => Math.max(high - low, 0.01));
    this.chosen = new Set(); // families; none stands for all
    this.view = { zoom: 1, x: this.middle[0], y: this.middle[1] };
    [this.width, this.height] = [1, 1];
  }

  shown(index) {
    return !this.chosen.size || this.chosen.has(this.data.family[index]);
  }

  // Pixels for a whole unit of the data.
  get scale() {
    const margin = 2 * MARGIN * Math.min(this.width, this.height);
    const room = [this.width, this.height].map((pixels, axis) => (pixels - margin) / this.span[axis]);
    return Math.max(Math.min(...room), 1) * this.view.zoom;
  }

  spot(x, y) {
    return [this.width / 2 + (x - this.view.x) * this.scale, this.height / 2 + (y - this.view.y) * this.scale];
  }

  // Move what is seen by so many pixels; its middle stays on the map.
  pan(dx, dy) {
    const hold = (value, axis) => Math.min(Math.max(value, this.middle[axis] - this.span[axis] / 2), this.middle[axis] + this.span[axis] / 2);
    this.view.x = hold(this.view.x - dx / this.scale, 0);
    this.view.y = hold(this.view.y - dy / this.scale, 1);
    if (this.view.zoom === FARTHEST) [this.view.x, this.view.y] = this.middle;
  }

  // Zoom so many times nearer, around a pixel; 0 shows the whole.
  zoom(factor, x = this.width / 2, y = this.height / 2) {
    const before = this.view.zoom;
    this.view.zoom = factor ? Math.min(Math.max(before * factor, FARTHEST), NEAREST) : FARTHEST;
    const share = this.view.zoom / before - 1;
    this.pan((this.width / 2 - x) * share, (this.height / 2 - y) * share);
  }

  // Bring a place into view.
  show(x, y) {
    const [left, top] = this.spot(x, y);
    const over = (at, size) => Math.min(at - 60, 0) + Math.max(at - size + 60, 0);
    this.pan(-over(left, this.width), -over(top, this.height));
  }

  // The shown dance nearest to a pixel, within `reach` pixels of it, or -1.
  near(x, y, reach) {
    let [best, least] = [-1, reach ** 2];
    for (let index = 0; index < this.data.x.length; index++) {
      const [left, top] = this.spot(this.data.x[index], this.data.y[index]);
      const far = (left - x) ** 2 + (top - y) ** 2;
      if (far <= least && this.shown(index)) [best, least] = [index, far];
    }
    return best;
  }

  // The shown dance that lies nearest in a direction (-1, 0 or 1 along x and y) from a place, or -1.
  toward(x, y, dx, dy, from) {
    let [best, least] = [-1, Infinity];
    for (let index = 0; index < this.data.x.length; index++) {
      const [east, south] = [this.data.x[index] - x, this.data.y[index] - y];
      const [along, across] = [east * dx + south * dy, Math.abs(east * dy) + Math.abs(south * dx)];
      if (index === from || along <= 0 || across > along || !this.shown(index)) continue;
      if (along + 2 * across < least) [best, least] = [index, along + 2 * across];
    }
    return best;
  }

  // Paint the map; current: a dance to ring, or -1. picked: a dance to mark as the one that plays, or -1. query: { x, y, text } or null. time: seconds of its pulse, or null.
  draw(pen, { width, height, ratio }, colours, { current, picked, query, time }) {
    [this.width, this.height] = [width, height];
    this.size = Math.min(0.37 * Math.sqrt(this.scale), 20);
    const ground = [colours, ratio, [...this.chosen]];
    if (this.#changed("glow", ground)) this.#light(colours);
    if (this.#changed("marks", [...ground, this.size])) {
      this.marks = this.data.families.map((_, family) => this.#mark(family, colours, ratio));
    }
    if (this.#changed("base", [...ground, width, height, this.view, query])) this.#base(colours, ratio, query);
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
    pen.drawImage(this.base.canvas, 0, 0);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (query) this.#pulse(pen, query, colours, time);
    if (picked >= 0) this.#halo(pen, picked, colours);
    if (current >= 0) this.#ring(pen, current, colours);
  }

  #changed(what, state) {
    const [before, now] = [this.before?.[what], JSON.stringify(state)];
    this.before = { ...this.before, [what]: now };
    return before !== now;
  }

  // All that stands still while the query pulses and a hand points here and there.
  #base(colours, ratio, query) {
    const { width, height, scale, size } = this;
    this.base ??= new OffscreenCanvas(1, 1).getContext("2d");
    const pen = this.base;
    [pen.canvas.width, pen.canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const [left, top] = this.spot(-HALO / GLOW, -HALO / GLOW);
    const wide = (scale * this.glow.width) / GLOW;
    pen.globalAlpha = colours.dark ? 0.5 : 0.4;
    pen.drawImage(this.glow, left, top, wide, wide);
    pen.setTransform(1, 0, 0, 1, 0, 0); // marks are painted as they are, pixel for pixel
    for (const lit of this.chosen.size ? [false, true] : [true]) {
      pen.globalAlpha = lit ? 1 : DIM;
      for (let index = 0; index < this.data.x.length; index++) {
        const [x, y] = this.spot(this.data.x[index], this.data.y[index]);
        if (this.shown(index) !== lit || x < -size || y < -size || x > width + size || y > height + size) continue;
        const mark = this.marks[this.data.family[index]];
        pen.drawImage(mark, Math.round(x * ratio - mark.width / 2), Math.round(y * ratio - mark.width / 2));
      }
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.globalAlpha = 1;
    const corner = [width - CORNER[0], 0, width, CORNER[1]];
    this.#names(pen, colours, query ? [corner, this.#words(pen, query, colours)] : [corner]);
  }

  #light(colours) {
    this.glow = new OffscreenCanvas(GLOW + 2 * HALO, GLOW + 2 * HALO);
    const pen = this.glow.getContext("2d");
    const soft = this.data.families.map((_, family) => {
      const light = pen.createRadialGradient(0, 0, 0, 0, 0, HALO);
      [[0, 0.2], [0.5, 0.07], [1, 0]].forEach(([at, alpha]) => light.addColorStop(at, hue(family, colours) + hex(alpha)));
      return light;
    });
    for (let index = 0; index < this.data.x.length; index++) {
      if (!this.shown(index)) continue;
      pen.setTransform(1, 0, 0, 1, HALO + GLOW * this.data.x[index], HALO + GLOW * this.data.y[index]);
      pen.fillStyle = soft[this.data.family[index]];
      pen.fillRect(-HALO, -HALO, 2 * HALO, 2 * HALO);
    }
  }

  #mark(family, colours, ratio) {
    const pixels = Math.ceil(this.size * ratio);
    const mark = new OffscreenCanvas(pixels, pixels);
    const pen = mark.getContext("2d");
    pen.scale(pixels / 28, pixels / 28);
    pen.translate(2, 2);
    const shape = new Path2D(SHAPES[family % SHAPES.length]);
    [pen.strokeStyle, pen.lineWidth, pen.lineJoin] = [colours.ground, 4, "round"];
    pen.stroke(shape);
    pen.fillStyle = hue(family, colours);
    pen.fill(shape);
    return mark;
  }

  // Names of moves, those of many dances first, where no other is in the way.
  #names(pen, colours, taken) {
    pen.font = "600 12px system-ui, sans-serif";
    [pen.textAlign, pen.textBaseline, pen.lineJoin] = ["center", "middle", "round"];
    this.widths ??= this.data.names.map(({ text }) => pen.measureText(text).width);
    this.data.names.forEach(({ text, x, y, family }, index) => {
      if (this.chosen.size && !this.chosen.has(family)) return;
      const [left, top] = this.spot(x, y);
      const [half, middle] = [this.widths[index] / 2 + 5, top - 15];
      const box = [left - half, middle - 9, left + half, middle + 9];
      if (box[0] < 0 || box[1] < 0 || box[2] > this.width || box[3] > this.height) return;
      if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) return;
      taken.push(box);
      write(pen, text, left, middle, colours);
    });
  }

  // The words of the query, below it or above. Returns the box that they and its dot take.
  #words(pen, { x, y, text }, colours) {
    const [left, top] = this.spot(x, y);
    pen.font = "700 14px system-ui, sans-serif";
    [pen.textAlign, pen.textBaseline, pen.lineJoin] = ["center", "middle", "round"];
    for (let part = text; part && pen.measureText(text).width > this.width - 20; text = part + "…") part = part.slice(0, -1).trimEnd();
    const half = pen.measureText(text).width / 2 + 6;
    const across = Math.max(Math.min(left, this.width - half - 4), half + 4);
    const middle = top + (top > this.height - 50 ? -26 : 26);
    write(pen, text, across, middle, colours);
    return [Math.min(across - half, left - 12), Math.min(middle, top) - 12, Math.max(across + half, left + 12), Math.max(middle, top) + 12];
  }

  // The dot of the query and the rings that leave it.
  #pulse(pen, { x, y }, colours, time) {
    const [left, top] = this.spot(x, y);
    const circle = (radius) => {
      pen.beginPath();
      pen.arc(left, top, radius, 0, 2 * Math.PI);
    };
    for (const late of [0, 0.5]) {
      const share = time === null ? late : (time / PULSE + late) % 1;
      pen.globalAlpha = (1 - share) ** 1.5;
      [pen.strokeStyle, pen.lineWidth] = [colours.ink, 2];
      circle(8 + 26 * share);
      pen.stroke();
    }
    pen.globalAlpha = 1;
    for (const [radius, colour] of [[9, colours.ground], [7, colours.ink], [3, colours.ground]]) {
      pen.fillStyle = colour;
      circle(radius);
      pen.fill();
    }
  }

  // A thick ring set off from the mark, so that it is found among many.
  #halo(pen, index, colours) {
    const [x, y] = this.spot(this.data.x[index], this.data.y[index]);
    for (const [width, colour] of [[9, colours.ground], [4, colours.ink]]) {
      [pen.strokeStyle, pen.lineWidth] = [colour, width];
      pen.beginPath();
      pen.arc(x, y, this.size * 0.95 + 6, 0, 2 * Math.PI);
      pen.stroke();
    }
  }

  #ring(pen, index, colours) {
    const { size } = this;
    const [x, y] = this.spot(this.data.x[index], this.data.y[index]);
    pen.drawImage(this.marks[this.data.family[index]], x - size * 0.8, y - size * 0.8, size * 1.6, size * 1.6);
    [pen.strokeStyle, pen.lineWidth] = [colours.ink, 2];
    pen.beginPath();
    pen.arc(x, y, size * 0.95, 0, 2 * Math.PI);
    pen.stroke();
  }
}

export const hue = (family, { dark }) => HUES[family % HUES.length][dark ? 0 : 1];
const hex = (alpha) => Math.round(255 * alpha).toString(16).padStart(2, "0");

function write(pen, text, x, y, { ground, ink }) {
  [pen.strokeStyle, pen.lineWidth, pen.fillStyle] = [ground, 4, ink];
  pen.strokeText(text, x, y);
  pen.fillText(text, x, y);
}
