/** Finds entities. */
import * as api from './api.js';
import {el} from './dom.js';
import {emptyGraph, entityRow, heading, note, pages, select} from './parts.js';
import * as route from './route.js';
import {KIND_NAMES, kindWord} from './words.js';

export function search({parameters}, {status}) {
  const asked = Object.fromEntries(
    ['q', 'kind', 'platform', 'state'].map(name => [name, parameters.get(name) ?? '']));
  const list = pages(
    cursor => api.get('/entities', {...asked, limit: 50, cursor}),
    items => el('ul', {class: 'rows'}, items.map(entityRow)),
    () => nothingFound(asked, status));
  return el('div', {},
    heading(asked.q ? `Entities that match “${asked.q}”` : 'Entities'),
    filters(asked),
    list);
}

async function nothingFound(asked, counting) {
  const filtered = Object.values(asked).some(value => value !== '');
  const status = await counting;
  return filtered || !status || Object.keys(status.entities ?? {}).length > 0
    ? note('Nothing fits. Try fewer letters or no filter.')
    : emptyGraph();
}

function filters(asked) {
  const kinds = KIND_NAMES.filter(kind => kind !== 'Source').map(kind => [kind, kindWord(kind)]);
  const form = el('form', {class: 'filters', onsubmit: event => event.preventDefault()},
    select('kind', 'Kind', [['', 'any'], ...kinds], asked.kind),
    el('label', {}, 'Platform',
      el('input', {name: 'platform', value: asked.platform, size: 10, placeholder: 'any'})),
    el('label', {}, 'Country',
      el('input', {name: 'state', value: asked.state, size: 4, maxlength: 2, placeholder: 'any'})),
    el('button', {type: 'submit'}, 'Filter'));
  const apply = () => {
    location.hash = route.to('search', {q: asked.q, ...Object.fromEntries(new FormData(form))});
  };
  form.addEventListener('submit', apply);
  form.elements.kind.addEventListener('change', apply);
  return form;
}
