/** One entity: what sources say of it, its links, its neighbourhood. */
import * as api from './api.js';
import {el, outside, said} from './dom.js';
import {neighbourhood} from './graph.js';
import {links} from './links.js';
import {heading, note, trouble, truncatedNote, waiting} from './parts.js';
import * as route from './route.js';
import {attributeWords, entityLink, grade, kindBadge, stateBadges} from './words.js';

const OUTSIDE = new Set(['url']);

export async function entity({argument}) {
  let found;
  try {
    found = await api.get(`/entities/${encodeURIComponent(argument)}`);
  } catch (failure) {
    return el('div', {}, heading('Entity'), trouble(failure));
  }
  return el('div', {},
    heading(said(found.name), kindBadge(found.kind), stateBadges(found.attributes)),
    el('p', {class: 'sub'}, el('code', {}, found.id), actions(found)),
    truncatedNote(found.truncated),
    el('div', {class: 'columns'},
      el('section', {'aria-labelledby': 'says'},
        el('h2', {id: 'says'}, 'What sources say'),
        found.statements.length > 0 ? statements(found) : note('No source describes it further.')),
      el('section', {'aria-labelledby': 'around'},
        el('h2', {id: 'around'}, 'Neighbourhood'),
        found.kind === 'Source'
          ? note('A source is cited by links; it is no way from one entity to another.')
          : neighbourhood(found))),
    found.kind === 'Source' ? null : links(found));
}

function actions(found) {
  return found.kind === 'Source' ? null : el('a',
    {class: 'button', href: route.to('trace', {from: found.id})}, 'Trace to state media');
}

/** One line an attribute: the value shown first is the entity's own, others follow with theirs. */
function statements(found) {
  const names = new Set(found.statements.flatMap(statement => Object.keys(statement.attributes)));
  const rows = [['name', found.name, statement => statement.name]];
  for (const name of [...names].sort()) {
    rows.push([name, found.attributes[name], statement => statement.attributes[name]]);
  }
  const told = rows
    .map(([name, value, of]) => [name, variants(found.statements, value, of)])
    .filter(([, texts]) => texts.length > 0);
  return el('dl', {class: 'attributes'}, told.map(([name, texts]) => [
    el('dt', {}, attributeWords(name)),
    texts.map(([text, sayers]) => el('dd', {},
      shown(name, text), ' ', el('span', {class: 'sayers'}, sayers.map(sayer => [
        ' ', entityLink(sayer.source, sayer.sourceTitle), ' ', grade(sayer.grade),
        sayer.evidence.length > 0 && el('span', {class: 'faint'}, ` ${sayer.evidence[0]}`)]))))
  ]));
}

function variants(all, own, of) {
  const byValue = new Map();
  for (const statement of all) {
    const value = of(statement);
    if (value === null || value === undefined) continue;
    const key = JSON.stringify(value);
    byValue.set(key, [...(byValue.get(key) ?? []), statement]);
  }
  const first = JSON.stringify(own);
  return [...byValue.entries()]
    .sort(([a], [b]) => Number(b === first) - Number(a === first))
    .map(([key, sayers]) => [JSON.parse(key), sayers]);
}

function shown(name, value) {
  const values = Array.isArray(value) ? value : [value];
  return values.map((one, i) => [i > 0 ? ', ' : '', OUTSIDE.has(name) ? outside(one) : said(one)]);
}
