// Colours: those of demo/inks.py, as CSS may change them, and their shades from near to far.

export const COLOURS = {
  left: "#ff9f43",
  right: "#4fb1ff",
  body: "#f0ebe2",
  hair: "#807874",
  stage: "#13151d",
  spot: "#2a2e3d",
  grid: "#42485c",
  shadow: "#090a0e",
};
export const DARKEST = 0.45; // how much of a colour the stage takes at the far side of the body
const STEPS = 32;

export const css = ([red, green, blue], alpha = 1) => `rgb(${red} ${green} ${blue} / ${alpha})`;
const blend = (one, other, share) => one.map((value, at) => Math.round(value + (other[at] - value) * share));

// Colours by name, however CSS writes them -> inks: RGB by name, and in `shades` the steps from near to far.
export function mix(colours) {
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const inks = {};
  for (const [name, colour] of Object.entries(colours)) {
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    inks[name] = [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  }
  const shades = (name) =>
    Array.from({ length: STEPS }, (_, step) => css(blend(inks[name], inks.stage, (DARKEST * step) / (STEPS - 1))));
  inks.shades = Object.fromEntries(["left", "right", "body", "hair"].map((name) => [name, shades(name)]));
  return inks;
}

// The inks of a ghost: the same two sides, paler, and no shadow to speak of.
export function pale(inks) {
  const paler = (name) => css(blend(inks[name], inks.body, 0.35));
  const { body, stage } = { body: css(inks.body), stage: css(inks.stage) };
  return mix({ left: paler("left"), right: paler("right"), body, hair: css(blend(inks.hair, inks.body, 0.3)), stage, shadow: stage });
}

// A colour `level` metres in front of the body's middle, as demo.inks.shade has it.
export const shade = (inks, name, level) =>
  inks.shades[name][Math.round(Math.min(Math.max(0.3 - level / 0.6, 0), 1) * (STEPS - 1))];
