/** Addresses within the page: `#/view/argument?name=value`. */
import {path} from './api.js';

export function read() {
  const [way, query] = location.hash.replace(/^#\/?/, '').split('?', 2);
  const [view, ...rest] = way.split('/');
  return {
    view: view || 'search',
    argument: decoded(rest.join('/')),
    parameters: new URLSearchParams(query ?? '')
  };
}

export function entity(id) {
  return `#/entity/${encodeURIComponent(id)}`;
}

export function to(view, parameters) {
  return path(`#/${view}`, parameters);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
