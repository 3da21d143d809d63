// A canvas that stays sharp at any size and is painted only when somebody asks and can see it. Knows no meaning.

const LONGEST = 0.1; // seconds that pass from picture to picture at most: after a rest it goes on where it was

export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export class Picture {
  // paint({ width, height, ratio, fresh }, passed): paint on the canvas, of so many CSS pixels at `ratio` device pixels;
  // fresh after a change of size. passed: seconds since the last picture. It answers whether another has to follow.
  constructor(canvas, paint) {
    [this.canvas, this.paint] = [canvas, paint];
    [this.frame, this.last, this.going, this.seen, this.size] = [0, 0, false, true, [0, 0]];
  }

  start() {
    const seen = new IntersectionObserver(([entry]) => ((this.seen = entry.isIntersecting), this.ask()));
    const sized = new ResizeObserver(() => this.ask());
    [seen, sized].forEach((observer) => observer.observe(this.canvas));
    this.stop = () => {
      [seen, sized].forEach((observer) => observer.disconnect());
      cancelAnimationFrame(this.frame);
      this.frame = 0;
    };
    this.ask();
  }

  // Have the next picture be as after a change of size.
  renew() {
    this.size = [0, 0];
    this.ask();
  }

  ask() {
    this.frame ||= requestAnimationFrame((now) => {
      this.frame = 0;
      const passed = this.going ? Math.min((now - this.last) / 1000, LONGEST) : 0;
      [this.last, this.going] = [now, false];
      const { clientWidth: width, clientHeight: height } = this.canvas;
      if (!width || !height) return;
      const size = [width, height].map((pixels) => Math.round(pixels * devicePixelRatio));
      const fresh = size.some((pixels, axis) => pixels !== this.size[axis]);
      if (fresh) [this.canvas.width, this.canvas.height] = this.size = size;
      this.going = this.paint({ width, height, ratio: devicePixelRatio, fresh }, passed) && this.seen;
      if (this.going) this.ask();
    });
  }
}
