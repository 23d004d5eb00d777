/** The key for a server that demands one: asked for once and kept until the tab is closed. */
import {el} from './dom.js';

const NAME = 'clew-key';
let asking = null;
let declined = false;

addEventListener('hashchange', () => { declined = false; });

export function headers() {
  const key = sessionStorage.getItem(NAME);
  return key ? {Authorization: `Bearer ${key}`} : {};
}

/**
 * Asks for a key in the place of the one that was refused, once for all who wait; false when the
 * user gives none.
 */
export function ask(sentence, refused) {
  const another = headers().Authorization;
  if (another && another !== refused) return Promise.resolve(true);
  sessionStorage.removeItem(NAME);
  if (declined) return Promise.resolve(false);
  asking ??= form(sentence).finally(() => { asking = null; });
  return asking;
}

function form(sentence) {
  return new Promise(resolve => {
    const field = el('input', {
      id: 'key', type: 'password', autocomplete: 'off', spellcheck: 'false', required: true, maxlength: 200});
    const dialog = el('dialog', {class: 'key', 'aria-labelledby': 'key-title'},
      el('form', {onsubmit: event => {
        event.preventDefault();
        sessionStorage.setItem(NAME, field.value.replace(/[^\x21-\x7e]/g, ''));
        done(true);
      }},
      el('h2', {id: 'key-title'}, 'This server asks for a key'),
      el('p', {class: 'note'}, sentence),
      el('label', {for: 'key'}, 'Key'), field,
      el('div', {class: 'buttons'},
        el('button', {type: 'submit', class: 'primary'}, 'Go on'),
        el('button', {type: 'button', onclick: () => done(false)}, 'Cancel'))));
    dialog.addEventListener('cancel', () => done(false));
    function done(given) {
      declined = !given;
      dialog.remove();
      resolve(given);
    }
    document.body.append(dialog);
    dialog.showModal();
  });
}
