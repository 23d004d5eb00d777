/** A console for Cypher that only reads. */
import * as api from './api.js';
import {el, said, show, table} from './dom.js';
import {heading, note, trouble, truncatedNote, waiting} from './parts.js';
import * as route from './route.js';
import {entityLink, plural} from './words.js';

const EXAMPLES = [
  ['Outlets by state relation',
    'MATCH (o:MediaOutlet)\nRETURN o.country AS country, o.stateRelation AS relation, count(*) AS outlets\n'
    + 'ORDER BY outlets DESC LIMIT 50'],
  ['Indicators that several assets share',
    'MATCH (i:Indicator)<-[:USES]-(a)\nWITH i, count(DISTINCT a) AS assets WHERE assets > 1\n'
    + 'RETURN i, assets ORDER BY assets DESC LIMIT 25'],
  ['Clusters by size',
    'MATCH (c:Cluster)<-[:IN_CLUSTER]-(e)\nRETURN c, count(DISTINCT e) AS members\n'
    + 'ORDER BY members DESC LIMIT 25']
];

export function query({parameters}) {
  const text = el('textarea',
    {id: 'cypher', rows: 6, spellcheck: 'false', value: parameters.get('q') ?? EXAMPLES[0][1]});
  const values = el('input',
    {id: 'values', spellcheck: 'false', placeholder: '{"id": "domain:example.org"}', size: 50,
      value: parameters.get('p') ?? ''});
  const result = el('div', {'aria-live': 'polite'});
  const form = el('form', {class: 'console'},
    el('label', {for: 'cypher'}, 'Cypher'), text,
    el('label', {for: 'values'}, 'Parameters (JSON)'), values,
    el('div', {class: 'buttons'},
      el('button', {type: 'submit', class: 'primary'}, 'Run'),
      el('span', {class: 'faint'}, 'Ctrl+Enter'),
      EXAMPLES.map(([name, example]) => el('button',
        {type: 'button', class: 'link', onclick: () => { text.value = example; text.focus(); }},
        name))));
  const run = async () => {
    history.replaceState(null, '', route.to('query', {q: text.value, p: values.value}));
    show(result, waiting('Running …'));
    try {
      show(result, rows(await api.post('/cypher',
        {query: text.value, parameters: parsed(values.value)})));
    } catch (failure) {
      show(result, trouble(failure));
    }
  };
  form.addEventListener('submit', event => { event.preventDefault(); run(); });
  text.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); }
  });
  return el('div', {}, heading('Query'),
    note('Cypher that reads; anything that would write or reach beyond the graph is refused.'
      + ' At most 30 seconds and 1,000 rows.'),
    form, result);
}

function parsed(text) {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new api.Refusal('The parameters are not JSON.', 400);
  }
}

function rows(found) {
  return [
    el('p', {class: 'faint'}, plural(found.rows.length, 'row')),
    truncatedNote(found.truncated),
    found.rows.length > 0 && table('Result', found.columns,
      found.rows.map(row => row.map(cell)))
  ];
}

function cell(value) {
  if (value === null) return el('span', {class: 'faint'}, 'null');
  if (typeof value === 'number') return el('span', {class: 'number'}, String(value));
  if (typeof value !== 'object') return said(String(value));
  if (Array.isArray(value.labels) && value.properties?.id && value.labels.includes('Entity')) {
    return entityLink(value.properties.id, value.properties.name ?? value.properties.title);
  }
  return el('code', {}, JSON.stringify(value));
}
