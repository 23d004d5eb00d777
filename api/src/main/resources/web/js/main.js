/** Shows the view that the address names, and the status line. */
import * as api from './api.js';
import {cut, el, show} from './dom.js';
import {entity} from './entity.js';
import {heading, note, trouble, waiting} from './parts.js';
import {query} from './query.js';
import * as route from './route.js';
import {search} from './search.js';
import {sources} from './sources.js';
import {trace} from './trace.js';
import {count, kindWord, plural} from './words.js';

const VIEWS = {search, entity, trace, sources, query};
const STATUS_EVERY = 30_000;

const main = document.getElementById('main');
const find = document.getElementById('find');
const findText = document.getElementById('find-text');
let turn = 0;

async function open() {
  const mine = ++turn;
  const address = route.read();
  mark(address.view);
  show(main, waiting());
  const status = refresh();
  const view = VIEWS[address.view];
  let node;
  try {
    node = view ? await view(address, {status}) : nowhere();
  } catch (failure) {
    node = trouble(failure);
  }
  if (mine !== turn) return;
  show(main, node);
  const title = main.querySelector('h1')?.textContent;
  document.title = title ? `${cut(title, 200)} – Clew` : 'Clew';
  scrollTo(0, 0);
}

function nowhere() {
  return el('div', {}, heading('Nothing is here'),
    note('The address names no view of this page. ', el('a', {href: '#/'}, 'All entities')));
}

function mark(view) {
  for (const link of document.querySelectorAll('nav a')) {
    if (link.getAttribute('href') === `#/${view}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (view === 'search') findText.value = route.read().parameters.get('q') ?? '';
}

async function refresh() {
  const line = document.getElementById('status');
  try {
    const status = await api.get('/status');
    const links = Object.values(status.links).reduce((sum, number) => sum + number, 0);
    show(line,
      el('span', {class: 'light on'}), 'Connected',
      Object.entries(status.entities).map(([kind, number]) =>
        el('span', {}, el('strong', {}, count(number)), ` ${kindWord(kind).toLowerCase()}${number === 1 ? '' : 's'}`)),
      el('span', {}, el('strong', {}, count(links)), links === 1 ? ' link' : ' links'),
      el('span', {}, plural(status.sources, 'source')),
      el('span', {class: 'faint'}, `graph version ${status.graphVersion}`));
    return status;
  } catch (failure) {
    show(line, el('span', {class: 'light'}), failure.message);
    return null;
  }
}

find.addEventListener('submit', event => {
  event.preventDefault();
  location.hash = route.to('search', {q: findText.value.trim()});
});
document.addEventListener('keydown', event => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '');
  if (event.key === '/' && !typing) {
    event.preventDefault();
    findText.focus();
  }
});
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', open);
setInterval(refresh, STATUS_EVERY);
open();
