// One picture: the floor, the dancer and perhaps a ghost in step, at a time of a loop that has no jump in it.
// After the dance it holds still, and the end dissolves into the beginning. Knows nothing of buttons or files.

import { drawDancer } from "./figure.js";
import { STEP, drawFloor, drawShadow, drawTrails } from "./floor.js";
import { pale } from "./ink.js";

const HOLD = 0.4;
const FADE = 0.45;
const FAINT = 0.62; // how much of a ghost is seen
const APART = [0.8, 1.7]; // metres between a dancer and the ghost beside, least and most

export class Scene {
  constructor(canvas) {
    this.pen = canvas.getContext("2d");
    this.spare = document.createElement("canvas").getContext("2d");
    [this.reel, this.ghost] = [null, null];
    this.shows = { trails: true, ghost: true, beside: true, follow: true };
  }

  get cycle() {
    return this.reel.duration + HOLD + FADE;
  }

  // How far apart the two stand, metres; 0 without a ghost, or where it stands in the dancer's place.
  get beside() {
    if (!this.ghost || !this.shows.ghost || !this.shows.beside) return 0;
    const reach = this.#extent(this.reel).reach + this.#extent(this.ghost).reach;
    return Math.min(Math.max(0.6 * reach, APART[0]), APART[1]);
  }

  fit(view, width, height) {
    const [dances, ghost] = [[{ ...this.#extent(this.reel), aside: 0 }], this.shows.ghost && this.ghost];
    if (ghost) dances.push({ ...this.#extent(ghost), aside: -this.beside });
    view.fit(width, height, dances);
  }

  // Paint what is seen at a time of the cycle, seconds.
  draw(view, inks, time, ratio) {
    const share = smooth((time - this.reel.duration - HOLD) / FADE);
    const [here, start] = [time, 0].map((when) => this.#centre(this.reel, when));
    // The camera stays where the dance ended, and the beginning comes there; only the lines of the floor slip a little.
    const way = here.map((value, axis) => (share ? value - start[axis] : 0));
    view.look(here);
    this.pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const slip = way.map((metres) => share * (metres - STEP * Math.round(metres / STEP)));
    drawFloor(this.pen, view, inks, slip, this.shows.follow ? 0 : this.reel.whole.reach);
    this.#dancers(view, inks, time, 1 - share, [0, 0], ratio);
    this.#dancers(view, inks, 0, share, way, ratio);
  }

  // Paint the dancer and the ghost at a time of the dance, `way` from where they belong.
  #dancers(view, inks, time, alpha, way, ratio) {
    if (!alpha) return;
    const dancers = [{ reel: this.reel, time, inks, alpha, at: way }];
    if (this.ghost && this.shows.ghost) {
      // In step: both take as long, each on a lane of its own.
      const when = (time / this.reel.duration) * this.ghost.duration;
      const [here, there] = [this.#centre(this.reel, time), this.#centre(this.ghost, when)];
      const at = [way[0] + here[0] - there[0] - this.beside, way[1] + here[1] - there[1]];
      this.paleInks = this.paleOf === inks ? this.paleInks : pale((this.paleOf = inks));
      dancers.push({ reel: this.ghost, time: when, inks: this.paleInks, alpha: FAINT * alpha, at });
    }
    for (const dancer of dancers) {
      dancer.place = ([x, y, z]) => [x + dancer.at[0], y, z + dancer.at[1]];
      dancer.pose = dancer.reel.pose(dancer.time).map(dancer.place);
      dancer.near = view.see(dancer.pose[0]).near;
    }
    for (const { pose, inks: own, alpha: share } of dancers) {
      this.#layer(share, ratio, (pen) => drawShadow(pen, view, pose, own));
    }
    for (const dancer of dancers.sort((a, b) => a.near - b.near)) {
      const { reel, time: when, near, inks: own, place } = dancer;
      this.#layer(dancer.alpha, ratio, (pen) => {
        const trails = (behind) => this.shows.trails && drawTrails(pen, view, reel, when, near, behind, own, place);
        trails(true);
        drawDancer(pen, view, dancer.pose, own);
        trails(false);
      });
    }
  }

  // Paint with a share of transparency, the whole as one.
  #layer(alpha, ratio, paint) {
    if (alpha === 1) return paint(this.pen);
    const { width, height } = this.pen.canvas;
    if (this.spare.canvas.width !== width || this.spare.canvas.height !== height) {
      Object.assign(this.spare.canvas, { width, height });
    }
    this.spare.setTransform(1, 0, 0, 1, 0, 0);
    this.spare.clearRect(0, 0, width, height);
    this.spare.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint(this.spare);
    this.pen.save();
    this.pen.setTransform(1, 0, 0, 1, 0, 0);
    this.pen.globalAlpha = alpha;
    this.pen.drawImage(this.spare.canvas, 0, 0);
    this.pen.restore();
  }

  #extent(reel) {
    return this.shows.follow ? reel.followed : reel.whole;
  }

  #centre(reel, time) {
    return this.shows.follow ? reel.centre(time) : reel.middle;
  }
}

const smooth = (share) => {
  const part = Math.min(Math.max(share, 0), 1);
  return part * part * (3 - 2 * part);
};
