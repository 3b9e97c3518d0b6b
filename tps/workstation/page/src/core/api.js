// Requests to the server that this page came from. The token stands in a header, never in an address.

import { currentLanguage } from "./texts.js";

const TOKEN = "token";
let token = "";
let session = "";

/** Takes the token out of the address bar; a reload finds it in the tab's own storage. */
export function takeToken() {
  const fragment = new URLSearchParams(location.hash.slice(1));
  if (fragment.has(TOKEN)) {
    token = fragment.get(TOKEN);
    sessionStorage.setItem(TOKEN, token);
    fragment.delete(TOKEN);
    const rest = fragment.toString();
    history.replaceState(null, "", location.pathname + (rest ? `#${rest}` : ""));
  } else {
    token = sessionStorage.getItem(TOKEN) ?? "";
  }
  return token !== "";
}

export const currentToken = () => token;

/** The socket's name for this tab: only the tab that edits may change anything. */
export const setSession = (name) => {
  session = name;
};

/** What the server refused, in its own words. */
export class Refused extends Error {
  constructor(status, message, body) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

async function request(path, options = {}) {
  const headers = { Authorization: `Bearer ${token}`, "Accept-Language": currentLanguage(), ...options.headers };
  if (session) headers["X-Session"] = session;
  let answer;
  try {
    answer = await fetch(path, { ...options, headers, cache: "no-store" });
  } catch {
    throw new Refused(0, "");
  }
  if (answer.ok) return answer;
  const text = await answer.text();
  let body = null;
  try {
    body = JSON.parse(text);
  } catch {
    // Not one of the server's own messages: shown as it is.
  }
  throw new Refused(answer.status, body?.error ?? body?.message ?? text.slice(0, 300), body);
}

export const getJson = async (path) => (await request(path)).json();

export const post = async (path, body = {}) =>
  (await request(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) })).json();

export async function getBinary(path) {
  const answer = await request(path);
  return { header: JSON.parse(answer.headers.get("X-Grid") ?? "null"), bytes: await answer.arrayBuffer() };
}
