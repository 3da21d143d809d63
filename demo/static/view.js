// The view of the stage: turn, tilt, zoom and distance, which ease toward where they are asked to be, and metres to pixels.
// Its rest is the camera of demo/camera.py. Knows nothing of dancers.

export const REST = { turn: 30, tilt: 12, zoom: 1 };
export const DISTANCE = 6.5;
const AWAY = 2.5; // times as far as the dance reaches
const TALL = 2.25;
const BODY = 0.15; // metres of body around a joint
const SOFT = 12; // the part of the way, in 1/second, that easing goes
const LIMITS = { tilt: [1, 88], zoom: [0.5, 5] };
const radians = (degrees) => (degrees * Math.PI) / 180;
const angles = ({ turn, tilt }) => [turn, tilt].map(radians).flatMap((angle) => [Math.sin(angle), Math.cos(angle)]);

export class View {
  constructor() {
    this.asked = { ...REST, metre: 1, side: 0, middle: 0, distance: DISTANCE };
    this.now = { ...this.asked };
    [this.width, this.height, this.eye, this.centre] = [1, 1, 0, [0, 0]];
  }

  // Ask for a change of what is asked: turn and tilt in degrees more, zoom times as much.
  ask({ turn = 0, tilt = 0, zoom = 1 }) {
    const hold = (name, value) => Math.min(Math.max(value, LIMITS[name][0]), LIMITS[name][1]);
    this.asked.turn += turn;
    this.asked.tilt = hold("tilt", this.asked.tilt + tilt);
    this.asked.zoom = hold("zoom", this.asked.zoom * zoom);
  }

  rest() {
    Object.assign(this.asked, REST);
    this.now.turn = ((((this.now.turn - REST.turn + 180) % 360) + 360) % 360) - 180 + REST.turn; // the short way round
  }

  // Make dances fill the picture, as seen from where is asked: each the extent of a reel, and `aside`, metres at its left.
  // Who travels far is looked at from farther away, so that nobody gets near the eye.
  fit(width, height, dances) {
    [this.width, this.height] = [width, height];
    this.eye = Math.max(...dances.map(({ top }) => top)) / 2;
    const spread = dances.map(({ aside }) => aside);
    this.asked.side = (Math.min(...spread) + Math.max(...spread)) / 2;
    const far = Math.max(...dances.map(({ reach, aside }) => reach + Math.abs(aside - this.asked.side)));
    const distance = (this.asked.distance = Math.max(DISTANCE, AWAY * far));
    const [sinTurn, cosTurn, sinTilt, cosTilt] = angles(this.asked);
    let [left, right, tall] = [0, 0, TALL / 2];
    for (const { path, rings, aside } of dances) {
      for (const [x, z] of path) {
        const east = x + aside - this.asked.side;
        const [across, level] = [cosTurn * east - sinTurn * z, sinTurn * east + cosTurn * z];
        for (const [radius, height] of rings) {
          const [reach, up] = [radius + BODY, height - this.eye];
          for (const edge of [level - reach, level + reach]) {
            const metre = distance / (distance - sinTilt * up - cosTilt * edge);
            [left, right] = [Math.min(left, metre * (across - reach)), Math.max(right, metre * (across + reach))];
            tall = Math.max(tall, metre * (Math.abs(cosTilt * up - sinTilt * edge) + BODY));
          }
        }
      }
    }
    this.asked.middle = (left + right) / 2;
    this.asked.metre = Math.min(height / (2 * tall), width / (right - left));
  }

  // Move toward what is asked for, in `seconds`; whether there is more to go.
  ease(seconds) {
    const share = 1 - Math.exp(-SOFT * seconds);
    for (const name in this.asked) this.now[name] += share * (this.asked[name] - this.now[name]);
    const far = Object.keys(this.asked).some((name) => Math.abs(this.asked[name] - this.now[name]) > 1e-3 * (1 + Math.abs(this.asked[name])));
    if (!far) this.settle();
    return far;
  }

  settle() {
    Object.assign(this.now, this.asked);
  }

  // Look at a centre (x, z) on the floor from now on.
  look(centre) {
    this.centre = centre;
    this.pixels = this.now.metre * this.now.zoom;
    [this.sinTurn, this.cosTurn, this.sinTilt, this.cosTilt] = angles(this.now);
  }

  // A place in metres -> x and y in pixels, pixels a metre there, nearness level with the floor, nearness to the eye.
  see([x, y, z]) {
    const [east, up, south] = [x - this.centre[0] - this.now.side, y - this.eye, z - this.centre[1]];
    const right = this.cosTurn * east - this.sinTurn * south;
    const level = this.sinTurn * east + this.cosTurn * south;
    const near = this.sinTilt * up + this.cosTilt * level;
    const metre = (this.pixels * this.now.distance) / Math.max(this.now.distance - near, 1);
    return {
      x: this.width / 2 + metre * right - this.pixels * this.now.middle,
      y: this.height / 2 - metre * (this.cosTilt * up - this.sinTilt * level),
      metre,
      level,
      near,
    };
  }
}
