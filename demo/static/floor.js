// The floor: a pool of light with lines every half metre, the dancer's shadow on it, and the trails of hands and feet.
// Metres. Knows nothing of files or pages.

import { css } from "./ink.js";
import { INDEX } from "./reel.js";

const POOL = 1.5; // radius of the light, at least
export const STEP = 0.5; // from line to line
const SHADOW = 0.05; // half as wide as a limb's shadow

const legs = ["left", "right"].map((side) => ["pelvis", `${side}_hip`, `${side}_knee`, `${side}_ankle`, `${side}_foot`]);
const arms = ["left", "right"].map((side) => ["spine3", `${side}_shoulder`, `${side}_elbow`, `${side}_wrist`]);
const CHAINS = [...legs, ...arms, ["pelvis", "spine3", "neck", "head"]].map((names) => names.map((name) => INDEX[name]));

const TRAILED = { left: ["left_wrist", "left_foot"], right: ["right_wrist", "right_foot"] };
const TAIL = 0.9; // seconds that a trail lasts
const PIECES = 45;
const THICK = 0.022;

// slip: how far the lines, x and z, lie from where they belong. reach: how far from the middle there is light.
export function drawFloor(pen, view, inks, slip, reach) {
  const pool = Math.max(POOL, reach);
  pen.fillStyle = css(inks.stage);
  pen.fillRect(0, 0, view.width, view.height);
  const [x, z] = [view.centre[0] + view.now.side, view.centre[1]];
  const middle = view.see([x, 0, z]);
  const wide = pool * middle.metre;
  const light = (stops) => {
    const glow = pen.createRadialGradient(0, 0, 0, 0, 0, wide);
    stops.forEach(([at, colour]) => glow.addColorStop(at, colour));
    return glow;
  };
  pen.save();
  // Painted round, and flattened by the canvas as the eye sees it.
  const flat = Math.max(view.sinTilt, 0.01);
  pen.transform(1, 0, 0, flat, middle.x, middle.y);
  pen.fillStyle = light([[0, css(inks.spot)], [0.35, css(inks.spot, 0.8)], [0.75, css(inks.spot, 0.28)], [1, css(inks.spot, 0)]]);
  pen.fillRect(-wide, -wide, 2 * wide, 2 * wide);
  pen.beginPath();
  for (const axis of [0, 1]) {
    const [across, along] = axis ? [z, x] : [x, z];
    const from = Math.ceil((across - pool - slip[axis]) / STEP) * STEP + slip[axis];
    for (let line = from; line < across + pool; line += STEP) {
      const half = Math.sqrt(pool ** 2 - (line - across) ** 2);
      for (const [end, put] of [[along - half, "moveTo"], [along + half, "lineTo"]]) {
        const spot = view.see(axis ? [end, 0, line] : [line, 0, end]);
        pen[put](spot.x - middle.x, (spot.y - middle.y) / flat);
      }
    }
  }
  pen.strokeStyle = light([[0, css(inks.grid)], [0.6, css(inks.grid, 0.7)], [1, css(inks.grid, 0)]]);
  pen.lineWidth = 1.6;
  pen.stroke();
  pen.restore();
}

export function drawShadow(pen, view, pose, inks) {
  const places = pose.map(([x, , z]) => view.see([x, 0, z]));
  [pen.strokeStyle, pen.lineCap, pen.lineJoin] = [css(inks.shadow), "round", "round"];
  pen.lineWidth = 2 * SHADOW * places[0].metre * (0.35 + 0.65 * view.sinTilt);
  pen.beginPath();
  for (const chain of CHAINS) {
    chain.forEach((joint, at) => pen[at ? "lineTo" : "moveTo"](places[joint].x, places[joint].y));
  }
  pen.stroke();
}

// The way of each hand and foot up to a time; `behind` the dancer, or else in front. `place` moves a joint's place.
export function drawTrails(pen, view, reel, time, near, behind, inks, place) {
  for (const [side, names] of Object.entries(TRAILED)) {
    for (const name of names) {
      const when = (piece) => Math.min(Math.max(time - (TAIL * piece) / PIECES, 0), reel.duration);
      const way = Array.from({ length: PIECES + 1 }, (_, piece) => view.see(place(reel.joint(INDEX[name], when(piece)))));
      const edges = ribbon(way.filter((spot, at) => !at || Math.hypot(spot.x - way[at - 1].x, spot.y - way[at - 1].y) > 0.3));
      for (let piece = 1; piece < edges.length; piece++) {
        const [from, to] = [edges[piece - 1], edges[piece]];
        if (to.near < near !== behind) continue;
        pen.fillStyle = css(inks[side], 0.6 * to.fresh ** 1.5);
        pen.beginPath();
        [from.left, to.left, to.right, from.right].forEach((corner) => pen.lineTo(...corner));
        pen.fill();
      }
    }
  }
}

// The two edges of a ribbon along a way, thick where it is fresh.
function ribbon(way) {
  return way.map((spot, at) => {
    const [before, after] = [way[Math.max(at - 1, 0)], way[Math.min(at + 1, way.length - 1)]];
    const long = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    const fresh = 1 - at / Math.max(way.length - 1, 1);
    const half = THICK * spot.metre * fresh;
    const [x, y] = [(half * (before.y - after.y)) / long, (half * (after.x - before.x)) / long];
    return { near: spot.near, fresh, left: [spot.x + x, spot.y + y], right: [spot.x - x, spot.y - y] };
  });
}
