/** Parts that several views use. */
import {Refusal} from './api.js';
import {el, said, show} from './dom.js';
import {entityLink, kindBadge, stateBadges} from './words.js';

export function heading(text, ...beside) {
  return el('div', {class: 'heading'}, el('h1', {}, text), beside);
}

export function note(...text) {
  return el('p', {class: 'note'}, text);
}

export function waiting(text = 'Loading …') {
  return el('p', {class: 'waiting', role: 'status'}, text);
}

/** What to do when nothing is loaded. */
export function emptyGraph() {
  return el('section', {class: 'empty'},
    el('h2', {}, 'Nothing is loaded yet'),
    el('p', {}, 'Load a file, and its accounts, sites and outlets show up here:'),
    el('pre', {}, './clew load FILE…'),
    el('p', {}, 'Or look at the published cases that come with Clew:'),
    el('pre', {}, './clew demo'));
}

/** One sentence, and the candidates where a name fits several entities. */
export function trouble(failure, choose) {
  const sentence = failure instanceof Refusal ? failure.message : 'The page failed at this.';
  if (!(failure instanceof Refusal)) console.error(failure);
  const candidates = failure.candidates ?? [];
  if (candidates.length === 0) return el('p', {class: 'error', role: 'alert'}, said(sentence));
  return el('div', {class: 'error', role: 'alert'},
    el('p', {}, 'The name fits several entities. Which one?'),
    el('ul', {class: 'plain'}, candidates.map(candidate => el('li', {},
      kindBadge(candidate.kind), ' ',
      choose
        ? el('button', {type: 'button', class: 'link', onclick: () => choose(candidate.id)},
            said(candidate.name))
        : entityLink(candidate.id, candidate.name),
      ' ', el('code', {}, candidate.id)))));
}

export function truncatedNote(truncated) {
  return truncated?.reason ? el('p', {class: 'warning'}, said(truncated.reason)) : null;
}

/** A list that grows page by page; `nothing` makes what stands in the place of an empty one. */
export function pages(load, draw, nothing) {
  const body = el('div');
  const foot = el('div', {class: 'more'});
  const next = async cursor => {
    show(foot, waiting());
    try {
      const page = await load(cursor);
      body.append(draw(page.items));
      show(foot,
        cursor === null && page.items.length === 0 && await nothing(),
        truncatedNote(page.truncated),
        page.next && el('button', {type: 'button', onclick: () => next(page.next)}, 'Show more'));
    } catch (failure) {
      show(foot, trouble(failure));
    }
  };
  next(null);
  return el('div', {}, body, foot);
}

export function entityRow(entity) {
  return el('li', {},
    el('a', {class: 'row', href: `#/entity/${encodeURIComponent(entity.id)}`},
      kindBadge(entity.kind),
      el('span', {class: 'name'}, said(entity.name)),
      stateBadges(entity.attributes),
      el('code', {}, entity.id)));
}

export function select(name, label, options, chosen) {
  return el('label', {}, label,
    el('select', {name}, options.map(([value, text]) =>
      el('option', {value, selected: value === chosen}, text))));
}
