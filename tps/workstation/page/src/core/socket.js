// The open line to the server: who may edit, what a drag does, and plans as they change.
import { app, emit } from "./store.js";
import { currentToken, setSession } from "./api.js";
import { currentLanguage, t } from "./texts.js";
import { warn } from "./say.js";

const AGAIN_MS = 1500;
let socket = null;
const handlers = new Map();

/** `handler(message)` for every message of a type; "binary" for what follows a preview, "lost" when the line breaks. */
export function onMessage(type, handler) {
  handlers.set(type, handler);
}

export function send(message) {
  if (socket?.readyState !== WebSocket.OPEN) return false;
  socket.send(JSON.stringify(message));
  return true;
}

export function connect() {
  socket = new WebSocket(`ws://${location.host}/ws`);
  socket.binaryType = "arraybuffer";
  socket.addEventListener("open", () => send({ type: "hello", token: currentToken(), language: currentLanguage() }));
  socket.addEventListener("message", ({ data }) => {
    if (typeof data !== "string") return handlers.get("binary")?.(data);
    const message = JSON.parse(data);
    if (message.type === "welcome") welcomed(message);
    if (message.type === "role") setRole(message.role);
    handlers.get(message.type)?.(message);
  });
  socket.addEventListener("close", lost);
}

function welcomed({ role, session }) {
  setSession(session);
  app.connected = true;
  warn("");
  setRole(role);
}

function setRole(role) {
  app.role = role;
  emit("role");
}

function lost() {
  if (app.connected) {
    app.connected = false;
    handlers.get("lost")?.();
    emit("role");
  }
  warn(t("server.lost"));
  setTimeout(connect, AGAIN_MS);
}
