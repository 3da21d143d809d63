// A reel: the bytes that demo/reel.py writes, and where each joint is at any time between frames.
// Metres, Y up, joints in motion.skeleton.JOINTS order. Knows nothing of pictures.

export const NAMES = [
  "pelvis", "left_hip", "right_hip", "spine1", "left_knee", "right_knee", "spine2", "left_ankle", "right_ankle",
  "spine3", "left_foot", "right_foot", "neck", "left_collar", "right_collar", "head", "left_shoulder",
  "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist",
];
export const INDEX = Object.fromEntries(NAMES.map((name, index) => [name, index]));

const MAGIC = "REEL";
const VERSION = 1;
const HEADER = 16;

// Metres of path that the camera takes in standing still, as demo/camera.py has it, and seconds it looks ahead and back.
const ROOM = 1.2;
const LOOK = 0.6;

const WAYS = 16; // directions in which it is asked how far a dance gets
const LEVEL = 0.2; // metres from height to height at which it is asked how far from the pelvis

export class Reel {
  constructor(buffer) {
    const view = new DataView(buffer);
    const magic = buffer.byteLength < HEADER ? "" : String.fromCharCode(...new Uint8Array(buffer, 0, 4));
    if (magic !== MAGIC) throw new Error("This file is not a dance: its bytes do not begin as a reel's do.");
    const [version, joints] = [view.getUint16(4, true), view.getUint16(6, true)];
    if (version !== VERSION) throw new Error(`This dance is a reel of version ${version}; this player reads ${VERSION}.`);
    this.fps = view.getFloat32(8, true);
    this.frames = view.getUint32(12, true);
    const missing = HEADER + 2 * 3 * joints * this.frames - buffer.byteLength;
    if (joints !== NAMES.length || !(this.fps > 0) || !this.frames || missing) {
      throw new Error(`This dance is cut short or damaged: ${this.frames} frames of ${joints} joints do not fit it.`);
    }
    this.duration = this.frames / this.fps;
    this.positions = new Float32Array(this.frames * joints * 3);
    for (let at = 0; at < this.positions.length; at++) this.positions[at] = view.getInt16(HEADER + 2 * at, true) / 1000;
    this.path = this.#follow();
    [this.followed, this.whole] = [this.#extent((frame) => this.path[frame]), this.#extent(() => this.middle)];
  }

  static async fetch(url, signal) {
    const answer = await fetch(url, { signal }).catch((error) => {
      throw error.name === "AbortError" ? error : new Error("This dance could not be fetched: there was no answer.");
    });
    if (!answer.ok) throw new Error(`This dance could not be fetched: the answer was ${answer.status}.`);
    return new Reel(await answer.arrayBuffer());
  }

  // Coordinate `at` of the 66 at a time in seconds: a Catmull-Rom curve through the frames.
  value(at, time) {
    const place = Math.min(Math.max(time * this.fps, 0), this.frames - 1);
    const frame = Math.min(Math.floor(place), this.frames - 2);
    if (frame < 0) return this.positions[at];
    const part = place - frame;
    const read = (index) => this.positions[66 * Math.min(Math.max(index, 0), this.frames - 1) + at];
    const [a, b, c, d] = [read(frame - 1), read(frame), read(frame + 1), read(frame + 2)];
    return b + 0.5 * part * (c - a + part * (2 * a - 5 * b + 4 * c - d + part * (3 * (b - c) + d - a)));
  }

  joint(joint, time) {
    return [0, 1, 2].map((axis) => this.value(3 * joint + axis, time));
  }

  pose(time) {
    return NAMES.map((_, joint) => this.joint(joint, time));
  }

  // Where the camera looks, x and z on the floor.
  centre(time) {
    const place = Math.min(Math.max(time * this.fps, 0), this.frames - 1);
    const [before, after] = [this.path[Math.floor(place)], this.path[Math.ceil(place)]];
    return [0, 1].map((axis) => before[axis] + (after[axis] - before[axis]) * (place % 1));
  }

  // demo.camera.follow: the middle of the pelvis's path, and smoothly after what leaves `ROOM`.
  #follow() {
    const pelvis = (frame) => [this.positions[66 * frame], this.positions[66 * frame + 2]];
    const ground = Array.from({ length: this.frames }, (_, frame) => pelvis(frame));
    const ends = [0, 1].map((axis) => ground.map((at) => at[axis]).sort((a, b) => a - b));
    this.middle = ends.map((along) => (along[0] + along.at(-1)) / 2);
    const share = Math.max(0, 1 - ROOM / Math.max(ROOM, ...ends.map((along) => along.at(-1) - along[0])));
    const reach = Math.max(1, Math.round(LOOK * this.fps));
    const weights = Array.from({ length: 2 * reach + 1 }, (_, at) => 1 - Math.cos((Math.PI * (at + 1)) / (reach + 1)));
    const total = weights.reduce((sum, weight) => sum + weight);
    return ground.map((_, frame) =>
      [0, 1].map((axis) => {
        const near = (at) => ground[Math.min(Math.max(frame + at - reach, 0), this.frames - 1)][axis];
        const smooth = weights.reduce((sum, weight, at) => sum + weight * near(at), 0) / total;
        return this.middle[axis] + share * (smooth - this.middle[axis]);
      })
    );
  }

  // The room of the dance around a centre, metres: `reach` sideways and `top`; the `path` of the pelvis, x and z, where
  // it gets farthest in each direction; and `rings`, how far from the pelvis the joints get, [radius, height].
  #extent(centre) {
    const [path, rings] = [[], []];
    let [reach, top] = [0, 0];
    for (let frame = 0; frame < this.frames; frame++) {
      const [x, z] = centre(frame);
      const [start, own] = [66 * frame, [this.positions[66 * frame] - x, this.positions[66 * frame + 2] - z]];
      for (let way = 0; way < WAYS; way++) {
        const angle = (2 * Math.PI * way) / WAYS;
        const far = Math.cos(angle) * own[0] + Math.sin(angle) * own[1];
        if (!path[way] || far > path[way].far) path[way] = { far, place: own };
      }
      for (let at = start; at < start + 66; at += 3) {
        const [east, up, south] = [this.positions[at] - x, this.positions[at + 1], this.positions[at + 2] - z];
        const level = Math.max(Math.round(up / LEVEL), 0);
        rings[level] = Math.max(rings[level] ?? 0, Math.hypot(east - own[0], south - own[1]));
        reach = Math.max(reach, Math.hypot(east, south));
        top = Math.max(top, up);
      }
    }
    return {
      reach,
      top,
      path: path.map(({ place }) => place),
      rings: rings.map((radius, level) => [radius, level * LEVEL]).filter(Boolean),
    };
  }
}
