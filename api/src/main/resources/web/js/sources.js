/** What is loaded, and how far it can be trusted. */
import * as api from './api.js';
import {el, outside, said, table} from './dom.js';
import {emptyGraph, heading, note, pages} from './parts.js';
import {entityLink, grade} from './words.js';

export function sources() {
  const list = pages(cursor => api.get('/sources', {limit: 100, cursor}), draw, emptyGraph);
  return el('div', {}, heading('Sources'),
    note('Every link cites one of these. The grade tells how reliable the source is (A to F)'
      + ' and how credible what it says (1 to 6).'),
    list);
}

function draw(items) {
  return items.length === 0 ? '' : table('Sources',
    ['Title', 'Publisher', 'Date', 'Grade', 'Licence', 'Repeats', 'Where'],
    items.map(source => [
      entityLink(source.id, source.title),
      said(source.publisher ?? '–'),
      el('span', {class: 'nowrap'}, source.date ?? '–'),
      grade(source.grade),
      said(source.licence ?? '–'),
      source.derivesFrom.length === 0 ? '–'
        : source.derivesFrom.map((id, i) => [i > 0 ? ', ' : '', entityLink(id, id)]),
      source.url ? outside(source.url) : said(source.file ?? '–')
    ]));
}
