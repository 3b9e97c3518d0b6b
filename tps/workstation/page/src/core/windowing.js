// Window width and level of every picture.
import { app, emit } from "./store.js";

export function setWindow(window) {
  app.display.window = window;
  app.ct?.setWindow(window);
  emit("window");
}
