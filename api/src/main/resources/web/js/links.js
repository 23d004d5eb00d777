/** The links of one entity, by type. */
import * as api from './api.js';
import {el, outside, said, show, table} from './dom.js';
import {note, pages, select} from './parts.js';
import {count, dates, entityLink, grade, hypothesisChip, kindBadge, kindOf, typeWords}
  from './words.js';

export function links(entity) {
  const list = el('div');
  const form = el('form', {class: 'filters', onsubmit: event => event.preventDefault()},
    select('direction', 'Direction',
      [['both', 'both'], ['out', 'from here'], ['in', 'to here']], 'both'),
    el('label', {}, 'Since', el('input', {name: 'since', size: 10, placeholder: '2018-08'})),
    el('label', {}, 'Until', el('input', {name: 'until', size: 10, placeholder: '2019'})),
    el('label', {}, 'At least', el('input',
      {name: 'minCount', type: 'number', min: 1, size: 5, placeholder: '1'}), 'times'),
    el('button', {type: 'submit'}, 'Filter'));
  const draw = () => {
    const asked = Object.fromEntries(new FormData(form));
    const page = pages(
      cursor => api.get(`/entities/${encodeURIComponent(entity.id)}/links`,
        {...asked, limit: 100, cursor}),
      items => groups(entity, items),
      () => note('There are no such links.'));
    show(list, page);
  };
  form.addEventListener('submit', draw);
  form.elements.direction.addEventListener('change', draw);
  draw();
  return el('section', {'aria-labelledby': 'links'},
    el('h2', {id: 'links'}, 'Links'), form, list);
}

function groups(entity, items) {
  const byType = Map.groupBy ? Map.groupBy(items, link => link.type) : grouped(items);
  return el('div', {}, [...byType.entries()].map(([type, group]) => el('section', {class: 'group'},
    el('h3', {}, typeWords(type), ' ', hypothesisChip(group[0].hypothesis)),
    table(`Links: ${typeWords(type)}`,
      ['', 'Entity', 'Seen', 'Times', 'Basis', 'Grade', 'Source', 'Evidence'],
      group.map(link => row(entity, link))))));
}

function row(entity, link) {
  const out = link.from === entity.id;
  const other = out ? link.to : link.from;
  const name = out ? link.toName : link.fromName;
  return [
    el('span', {class: 'arrow', title: out ? 'from here' : 'to here'}, out ? '→' : '←'),
    [kindBadge(kindOf(other)), ' ', entityLink(other, name)],
    el('span', {class: 'nowrap'}, dates(link.firstSeen, link.lastSeen)),
    el('span', {class: 'number'}, count(link.count)),
    [link.basis, link.status && el('span', {class: 'badge plain'}, link.status)],
    grade(link.grade),
    entityLink(link.source, link.sourceTitle),
    evidence(link)
  ];
}

function evidence(link) {
  const parts = [
    link.evidenceKind && el('li', {}, `kind: ${link.evidenceKind}`),
    link.note && el('li', {}, said(link.note)),
    ...link.evidence.map(reference => el('li', {}, outside(reference)))
  ].filter(Boolean);
  return parts.length === 0 ? '–' : el('details', {},
    el('summary', {}, String(parts.length)), el('ul', {}, parts));
}

function grouped(items) {
  const groups = new Map();
  for (const link of items) groups.set(link.type, [...(groups.get(link.type) ?? []), link]);
  return groups;
}
