// The dancer: the figure of demo/figure.py on a canvas, seen from anywhere. What is nearer is lighter and thicker, and
// is painted over what is farther. Metres. Knows nothing of time, files or pages.

import { shade, css } from "./ink.js";
import { INDEX } from "./reel.js";

// These are those of demo/figure.py and demo/camera.py; tests hold them equal.
export const OUTLINE = 0.018;
export const [SKULL, FACE] = [0.09, 0.045];
export const LEG = [0.082, 0.06, 0.042, 0.034];
export const ARM = [0.056, 0.042, 0.037];

const HEAD_BIAS = 0.15; // metres by which the head counts as nearer than it is
const THIGH_BIAS = -0.15; // and a thigh, where it meets the trunk
const LIMBS = ["left", "right"].flatMap((side) => [
  { side, joints: ["hip", "knee", "ankle", "foot"].map((part) => INDEX[`${side}_${part}`]), radii: LEG },
  { side, joints: ["shoulder", "elbow", "wrist"].map((part) => INDEX[`${side}_${part}`]), radii: ARM },
]);

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const between = (a, b, share = 0.5) => a.map((value, axis) => value + share * (b[axis] - value));
const plus = (a, b, share = 1) => a.map((value, axis) => value + share * b[axis]);
const minus = (a, b) => a.map((value, axis) => value - b[axis]);
const unit = (a) => a.map((value) => value / (Math.hypot(...a) || 1));

// Paint a pose, 22 places in metres.
export function drawDancer(pen, view, pose, inks) {
  const at = (name) => pose[INDEX[name]];
  const skull = plus(at("head"), unit(minus(at("head"), at("neck"))), SKULL);
  const across = plus(minus(at("left_hip"), at("right_hip")), minus(at("left_shoulder"), at("right_shoulder")));
  const face = view.see(plus(skull, unit([-across[2], 0, across[0]]), FACE));
  const seen = pose.map((place) => view.see(place));
  seen[INDEX.head] = view.see(skull);
  const middle = { level: mean(seen.map(({ level }) => level)), near: mean(seen.map(({ near }) => near)) };
  const tone = (colour, level) => shade(inks, colour, level - middle.level);

  const parts = [
    { near: middle.near, paint: () => trunk(pen, view, pose, seen, tone, css(inks.stage)) },
    { near: seen[INDEX.head].near + HEAD_BIAS, paint: () => head(pen, seen[INDEX.head], face, tone, css(inks.stage)) },
  ];
  for (const { side, joints, radii } of LIMBS) {
    for (let part = 1; part < joints.length; part++) {
      const [from, to] = [seen[joints[part - 1]], seen[joints[part]]];
      const bias = radii === LEG && part === 1 ? THIGH_BIAS : 0;
      const ends = [part === 1 && radii === ARM, part === joints.length - 1];
      const paint = () => bone(pen, from, to, [radii[part - 1], radii[part]], side, tone, css(inks.stage), ends);
      parts.push({ near: (from.near + to.near) / 2 + bias, paint });
    }
  }
  parts.sort((a, b) => a.near - b.near).forEach(({ paint }) => paint());
}

// A tapered rod in a line of stage, so that crossing limbs stay apart; the line goes round ends that are free, and begins
// past a joint, where it would cut into the bone before.
function bone(pen, from, to, radii, side, tone, stage, ends) {
  pen.fillStyle = stage;
  const past = Math.min((0.5 * radii[0] * from.metre) / (Math.hypot(to.x - from.x, to.y - from.y) || 1), 0.5);
  const start = { x: from.x + past * (to.x - from.x), y: from.y + past * (to.y - from.y), metre: from.metre };
  rod(pen, ends[0] ? from : start, to, radii.map((radius) => radius + OUTLINE));
  [from, to].forEach((end, which) => ends[which] && disc(pen, end, radii[which] + OUTLINE));
  const colours = [tone(side, from.level), tone(side, to.level)];
  pen.fillStyle = pen.createLinearGradient(from.x, from.y, to.x, to.y);
  colours.forEach((colour, offset) => pen.fillStyle.addColorStop(offset, colour));
  rod(pen, from, to, radii);
  [from, to].forEach((end, which) => disc(pen, end, radii[which]));
}

// Shoulders and hips joined through a waist, around a spine with some depth for the view from the side.
function trunk(pen, view, pose, seen, tone, stage) {
  const [left, right] = [pose[INDEX.left_hip], pose[INDEX.right_hip]];
  const waist = pose[INDEX.spine1];
  const [waistLeft, waistRight] = [0.45, -0.45].map((share) => view.see(plus(waist, minus(left, right), share)));
  const of = (name) => seen[INDEX[name]];
  const outline = [of("left_shoulder"), waistLeft, of("left_hip"), of("right_hip"), waistRight, of("right_shoulder")];
  const around = [0.058, 0.055, 0.085, 0.085, 0.055, 0.058];
  const spine = [of("spine3"), of("spine1"), of("pelvis")];
  const [low, high] = [["left_shoulder", "right_shoulder"], ["neck", "head"]].map(([a, b]) => between(pose[INDEX[a]], pose[INDEX[b]]));
  const neck = [view.see(low), view.see(high)];
  const [start, stop] = ["left", "right"].map((side) => {
    const two = [of(`${side}_shoulder`), of(`${side}_hip`)];
    return { x: mean(two.map(({ x }) => x)), y: mean(two.map(({ y }) => y)), level: mean(two.map(({ level }) => level)) };
  });
  // From the side, where one hides the other, there is no room to go from the light to the dark.
  const room = Math.min(Math.hypot(start.x - stop.x, start.y - stop.y) / (0.3 * seen[0].metre), 1);
  const half = (start.level + stop.level) / 2;
  const light = pen.createLinearGradient(start.x, start.y, stop.x, stop.y);
  [start, stop].forEach(({ level }, offset) => light.addColorStop(offset, tone("body", half + room * (level - half))));

  for (const [ink, extra] of [[stage, OUTLINE], [light, 0]]) {
    pen.fillStyle = ink;
    pen.beginPath();
    outline.forEach(({ x, y }) => pen.lineTo(x, y));
    pen.fill();
    rods(pen, [...outline, outline[0]], [...around, around[0]], extra);
    rods(pen, spine, [0.1, 0.085, 0.1], extra);
    rods(pen, neck, [0.07, 0.048], extra);
  }
}

function head(pen, skull, face, tone, stage) {
  pen.fillStyle = stage;
  disc(pen, skull, 0.115 + OUTLINE);
  const discs = [
    { place: skull, radius: 0.115, colour: "hair" },
    { place: face, radius: 0.088, colour: "body" },
  ];
  for (const { place, radius, colour } of discs.sort((a, b) => a.place.near - b.place.near)) {
    pen.fillStyle = tone(colour, skull.level);
    disc(pen, place, radius);
  }
}

function rods(pen, places, radii, extra) {
  for (let at = 1; at < places.length; at++) {
    rod(pen, places[at - 1], places[at], [radii[at - 1] + extra, radii[at] + extra]);
  }
  places.forEach((place, at) => disc(pen, place, radii[at] + extra));
}

function rod(pen, from, to, [thick, thin]) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [x, y] = [(from.y - to.y) / length, (to.x - from.x) / length];
  const [a, b] = [thick * from.metre, thin * to.metre];
  pen.beginPath();
  pen.moveTo(from.x + x * a, from.y + y * a);
  pen.lineTo(to.x + x * b, to.y + y * b);
  pen.lineTo(to.x - x * b, to.y - y * b);
  pen.lineTo(from.x - x * a, from.y - y * a);
  pen.fill();
}

function disc(pen, { x, y, metre }, radius) {
  pen.beginPath();
  pen.arc(x, y, radius * metre, 0, 2 * Math.PI);
  pen.fill();
}
