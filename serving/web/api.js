// Talking to the service. Every failure becomes a `Trouble` with a sentence and a hint.

export class Trouble extends Error {
  constructor({ code, message, hint }) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

// Who is signed in: an unsafe request must bring the token of the session. Null where there is no sign-in.
let token;

async function csrf() {
  token ??= fetch("/v1/me").then((r) => (r.ok ? r.json() : null)).then((me) => me?.csrf ?? "").catch(() => "");
  return token;
}

async function ask(path, options = {}) {
  let response;
  try {
    if (options.method) options = { ...options, headers: { "X-CSRF-Token": await csrf() } };
    response = await fetch(path, options);
  } catch {
    throw new Trouble({
      code: "no_connection", message: "The service does not answer.", hint: "Is it still running? Then try again.",
    });
  }
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  throw new Trouble(
    body?.error ?? { code: `http_${response.status}`, message: `The service answered ${response.status}.`, hint: "" },
  );
}

export const about = () => ask("/v1/about");
export const schema = () => ask("/v1/schema");
export const samples = () => ask("/v1/samples");
export const preview = (id) => ask(`/v1/previews/${encodeURIComponent(id)}`);

export function read(file) {
  const body = new FormData();
  body.append("file", file);
  return ask("/v1/previews", { method: "POST", body });
}
