/** Asks the server. What it refuses comes back as a Refusal with one sentence. */
import * as key from './key.js';

export class Refusal extends Error {
  constructor(sentence, status, candidates) {
    super(sentence);
    this.status = status;
    this.candidates = candidates ?? [];
  }
}

async function ask(path, options) {
  const shown = key.headers();
  let response;
  try {
    response = await fetch(path, {
      ...options,
      headers: {...options.headers, ...shown},
      credentials: 'omit',
      redirect: 'error'
    });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Refusal('The server does not answer; is clew still running?', 0);
  }
  const document = await response.json().catch(() => null);
  if (response.ok && document !== null) return document;
  if (response.status === 401 && await key.ask(document?.detail, shown.Authorization)) return ask(path, options);
  throw new Refusal(
    document?.detail ?? `The server answered with status ${response.status}.`,
    response.status,
    document?.candidates);
}

/** A path with those parameters that have a value. */
export function path(base, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, value);
  }
  const text = query.toString();
  return text ? `${base}?${text}` : base;
}

export function get(base, parameters, signal, type = 'application/json') {
  return ask(path(`/api/v1${base}`, parameters), {signal, headers: {Accept: type}});
}

export function post(base, body, signal) {
  return ask(`/api/v1${base}`, {
    method: 'POST',
    signal,
    headers: {'Content-Type': 'application/json', Accept: 'application/json'},
    body: JSON.stringify(body)
  });
}
