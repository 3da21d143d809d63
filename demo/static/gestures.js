// What a hand does on a canvas, whatever it is made with: drags, pinches, turns of a wheel, taps. Knows no meaning.
// One finger that goes up or down scrolls the page, as everywhere (touch-action: pan-y); two do not.

const STILL = 5; // pixels that a tap may slip

// on: drag(dx, dy, fingers), pinch(factor, x, y), tap(x, y), move(x, y), leave(). Places in pixels of the element.
export function listen(element, on) {
  const fingers = new Map();
  let [slipped, most] = [0, 0];
  const place = (event) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const spread = () => {
    const [a, b] = [...fingers.values()];
    return { far: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  };

  element.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    element.setPointerCapture(event.pointerId);
    if (!fingers.size) [slipped, most] = [0, 0];
    fingers.set(event.pointerId, place(event));
    most = Math.max(most, fingers.size);
  });
  element.addEventListener("pointermove", (event) => {
    const [before, now] = [fingers.get(event.pointerId), place(event)];
    if (!before) return on.move?.(now.x, now.y);
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    const wide = fingers.size === 2 && spread().far;
    fingers.set(event.pointerId, now);
    slipped += Math.hypot(dx, dy);
    if (wide) on.pinch(spread().far / wide, spread().x, spread().y);
    if (slipped > STILL) on.drag(dx / fingers.size, dy / fingers.size, fingers.size);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    element.addEventListener(end, (event) => {
      const now = place(event);
      if (fingers.delete(event.pointerId) && end === "pointerup" && most === 1 && slipped <= STILL) on.tap?.(now.x, now.y);
    });
  }
  element.addEventListener("pointerleave", () => on.leave?.());
  element.addEventListener(
    "wheel",
    (event) => {
      // A wheel over a canvas that nobody has turned to scrolls the page; with Ctrl, which a pinch on a pad is, it zooms.
      if (!event.ctrlKey && element.getRootNode().activeElement !== element) return;
      event.preventDefault();
      const now = place(event);
      on.pinch(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), now.x, now.y);
    },
    { passive: false }
  );
}
