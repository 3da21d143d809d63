// The view of the stage: turn, tilt and zoom, which ease toward where they are asked to be, and metres to pixels.
// Its rest is the camera of demo/camera.py. Knows nothing of dancers.

export const REST = { turn: 30, tilt: 12, zoom: 1 };
export const DISTANCE = 6.5;
const TALL = 2.25;
const SOFT = 12; // the part of the way, in 1/second, that easing goes
const LIMITS = { tilt: [1, 88], zoom: [0.5, 5] };
const radians = (degrees) => (degrees * Math.PI) / 180;

export class View {
  constructor() {
    this.asked = { ...REST, metre: 0, side: 0 };
    this.now = { ...this.asked };
    this.centre = [0, 0];
    this.fit(1, 1, { reach: 1, top: 1.8 }, 0);
    this.settle();
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

  // Make dancers of this reach and top, and `beside` metres of others at their right, fill the picture.
  fit(width, height, { reach, top }, beside) {
    [this.width, this.height, this.eye] = [width, height, top / 2];
    this.asked.metre = Math.min(height / Math.max(TALL, 1.25 * top), width / (2.3 * Math.max(reach, 0.5) + 1.1 * beside));
    this.asked.side = -beside / 2;
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
    const { turn, tilt, zoom, metre } = this.now;
    this.centre = centre;
    this.pixels = metre * zoom;
    [this.sinTurn, this.cosTurn] = [Math.sin(radians(turn)), Math.cos(radians(turn))];
    [this.sinTilt, this.cosTilt] = [Math.sin(radians(tilt)), Math.cos(radians(tilt))];
  }

  // A place in metres -> x and y in pixels, pixels a metre there, nearness level with the floor, nearness to the eye.
  see([x, y, z]) {
    const [east, up, south] = [x - this.centre[0] - this.now.side, y - this.eye, z - this.centre[1]];
    const right = this.cosTurn * east - this.sinTurn * south;
    const level = this.sinTurn * east + this.cosTurn * south;
    const near = this.sinTilt * up + this.cosTilt * level;
    const metre = (this.pixels * DISTANCE) / Math.max(DISTANCE - near, 1);
    return {
      x: this.width / 2 + metre * right,
      y: this.height / 2 - metre * (this.cosTilt * up - this.sinTilt * level),
      metre,
      level,
      near,
    };
  }
}
