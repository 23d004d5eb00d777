/** Asks what ties one entity to another, and shows the chains. */
import * as api from './api.js';
import {el, show} from './dom.js';
import {heading, note, select, trouble, waiting} from './parts.js';
import * as route from './route.js';
import {answer} from './trace-answer.js';

const FIELDS = ['from', 'to', 'hypothesis', 'asOf', 'hops', 'top', 'trust', 'without'];

export function trace({parameters}) {
  const asked = Object.fromEntries(FIELDS.map(name => [name, parameters.get(name) ?? '']));
  asked.to ||= 'state-media';
  const result = el('div', {'aria-live': 'polite'});
  const node = el('div', {},
    heading('Trace'),
    note('Follows chains of evidence from an entity or a cluster to an outlet, and weighs them.'),
    form(asked),
    result);
  if (asked.from) run(asked, result);
  return node;
}

function form(asked) {
  const field = (name, label, attributes) =>
    el('label', {}, label, el('input', {name, value: asked[name], ...attributes}));
  const form = el('form', {class: 'trace-form'},
    el('div', {class: 'main-fields'},
      field('from', 'From', {required: true, placeholder: 'cluster, account, site …', size: 30}),
      field('to', 'To', {placeholder: 'state-media', size: 30, list: 'targets'}),
      select('hypothesis', 'Hypothesis',
        [['control', 'control: is run by'], ['amplification', 'amplification: spreads']],
        asked.hypothesis || 'control'),
      el('button', {type: 'submit', class: 'primary'}, 'Trace')),
    el('datalist', {id: 'targets'}, el('option', {value: 'state-media'})),
    el('details', {open: Boolean(asked.asOf || asked.without || asked.trust)},
      el('summary', {}, 'Narrow it'),
      el('div', {class: 'main-fields'},
        field('asOf', 'Known on', {placeholder: '2018-08-21', size: 10}),
        field('without', 'Without (ids)', {placeholder: 'indicator:… source:…', size: 30}),
        field('trust', 'Only these sources', {placeholder: 'source:…', size: 24}),
        field('hops', 'Hops', {type: 'number', min: 1, max: 6, placeholder: '6'}),
        field('top', 'Chains', {type: 'number', min: 1, max: 50, placeholder: '10'}))));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const next = route.to('trace', Object.fromEntries(new FormData(form)));
    if (location.hash === next) dispatchEvent(new HashChangeEvent('hashchange'));
    else location.hash = next;
  });
  return form;
}

async function run(asked, result) {
  show(result, waiting('Tracing …'));
  const ids = text => text.split(/[\s,]+/).filter(Boolean);
  try {
    const found = await api.post('/traces', {
      from: asked.from,
      to: asked.to,
      hypothesis: asked.hypothesis || 'control',
      hops: asked.hops ? Number(asked.hops) : undefined,
      top: asked.top ? Number(asked.top) : undefined,
      asOf: asked.asOf || undefined,
      trust: ids(asked.trust),
      without: ids(asked.without)
    });
    show(result, answer(found, asked));
  } catch (failure) {
    const absent = failure.status === 404 && failure.message.includes('/api/v1/traces');
    show(result, absent
      ? el('p', {class: 'error', role: 'alert'}, 'This server cannot trace.')
      : trouble(failure, id => {
          location.hash = route.to('trace', {...asked, [wrongEnd(failure, asked)]: id});
        }));
  }
}

/** The server names the text that fits several entities at the start of its sentence. */
function wrongEnd(failure, asked) {
  return failure.message.startsWith(`'${asked.to}'`) ? 'to' : 'from';
}
