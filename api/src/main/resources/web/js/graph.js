/** Draws what is around an entity. A picture, with a list of the same beside it for the keyboard. */
import * as api from './api.js';
import {el, said, show} from './dom.js';
import {library} from './library.js';
import {look} from './look.js';
import {note, trouble, waiting} from './parts.js';
import {count, entityLink, hypothesisChip, HYPOTHESES, kindBadge, kindWord, plural, typeWords}
  from './words.js';

const MOST_ENTITIES = 300;

/** With more, those that hang on one line only show their names when pointed at. */
const LABELLED_ENTITIES = 60;

export function neighbourhood(centre) {
  const canvas = el('div', {class: 'canvas', 'aria-hidden': 'true'});
  const legend = el('div', {class: 'legend'});
  const chosen = el('p', {class: 'chosen', 'aria-live': 'polite'});
  const left = el('div');
  const listed = el('details', {class: 'listed'});
  const picture = {entities: new Map(), links: new Map(), expanded: new Set(), reasons: new Set()};
  let drawing = null;

  const expand = async id => {
    if (picture.expanded.has(id)) return;
    show(chosen, 'Loading …');
    try {
      const around = {entity: id, hops: 1, maxEntities: MOST_ENTITIES};
      const part = await api.get('/subgraph', around, undefined, 'application/vnd.clew.view+json');
      // Whoever went on meanwhile needs no picture, and there is no room to draw it in.
      if (!canvas.isConnected) return;
      take(picture, part);
      picture.expanded.add(id);
      drawing ??= await start(canvas, pick);
      draw(drawing, picture, centre.id);
      show(legend, keys(picture));
      show(left, whatIsMissing(picture));
      listed.replaceChildren(...list(picture, pick));
      tell(id);
    } catch (failure) {
      show(chosen, trouble(failure));
    }
  };
  const tell = id => {
    const entity = picture.entities.get(id);
    show(chosen, kindBadge(entity.kind), ' ', entityLink(id, entity.name), ' ',
      picture.expanded.has(id) ? 'and all that is around it' : '');
  };
  const pick = id => {
    if (picture.expanded.has(id)) tell(id);
    else expand(id);
  };
  expand(centre.id);
  return el('div', {class: 'graph'}, canvas, chosen, legend, left, listed,
    el('p', {class: 'note'}, 'Choose a node to see what is around it. Drag to move, scroll to zoom.'));
}

function take(picture, part) {
  for (const entity of part.nodes) {
    if (picture.entities.size < MOST_ENTITIES) picture.entities.set(entity.id, entity);
    else if (!picture.entities.has(entity.id)) {
      picture.reasons.add(`Only ${MOST_ENTITIES} entities are drawn.`);
    }
  }
  for (const link of part.links) picture.links.set(link.id, link);
  if (part.truncated) picture.reasons.add(part.truncated.reason);
}

/** Links between the same two entities are one line. */
function lines(picture) {
  const lines = new Map();
  for (const link of picture.links.values()) {
    if (!picture.entities.has(link.from) || !picture.entities.has(link.to)) continue;
    const key = JSON.stringify([link.from, link.to, link.hypothesis]);
    const line = lines.get(key) ?? {...link, key, types: new Set(), statements: 0};
    line.types.add(link.type);
    line.statements += 1;
    lines.set(key, line);
  }
  return [...lines.values()];
}

async function start(canvas, pick) {
  const cytoscape = await library();
  const drawing = cytoscape({
    container: canvas,
    style: look(),
    minZoom: 0.1,
    maxZoom: 3,
    boxSelectionEnabled: false
  });
  drawing.on('mouseover', 'node', event => event.target.addClass('pointed'));
  drawing.on('mouseout', 'node', event => event.target.removeClass('pointed'));
  drawing.on('tap', 'node', event => pick(event.target.id()));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawing.style(look()));
  return drawing;
}

function draw(drawing, picture, centre) {
  const nodes = [...picture.entities.values()].map(entity => ({
    data: {
      id: entity.id,
      label: short(entity.name),
      kind: entity.kind,
      centre: entity.id === centre ? 'yes' : 'no'
    }
  }));
  const edges = lines(picture).map(line => ({
    data: {
      id: line.key,
      source: line.from,
      target: line.to,
      hypothesis: line.hypothesis,
      label: [...line.types].map(typeWords).join(', ')
    }
  }));
  drawing.batch(() => {
    const known = drawing.elements();
    drawing.add([...nodes, ...edges].filter(one => known.getElementById(one.data.id).empty()));
  });
  const crowded = nodes.length > LABELLED_ENTITIES;
  drawing.nodes().forEach(node => {
    node.toggleClass('quiet', crowded && node.degree() < 2 && node.data('centre') === 'no');
  });
  drawing.layout({
    name: 'fcose', animate: false, randomize: true, nodeRepulsion: 9000, idealEdgeLength: 90,
    padding: 24, packComponents: false, nodeDimensionsIncludeLabels: !crowded
  }).run();
}

function keys(picture) {
  const kinds = [...new Set([...picture.entities.values()].map(entity => entity.kind))].sort();
  const drawn = new Set(lines(picture).map(line => line.hypothesis));
  return [
    kinds.map(kind => el('span', {class: 'key'},
      el('span', {class: `dot ${kind.toLowerCase()}`}), kindWord(kind))),
    HYPOTHESES.filter(one => drawn.has(one)).map(hypothesisChip)
  ];
}

function whatIsMissing(picture) {
  const shown = note(
    `${plural(picture.entities.size, 'entity', 'entities')} and `
    + `${plural(picture.links.size, 'link')} are drawn`,
    picture.reasons.size === 0 ? '; within one link of what is opened, nothing is left out.' : '.');
  return picture.reasons.size === 0
    ? shown
    : [shown, el('p', {class: 'warning'}, [...picture.reasons].map(said), ' The links below are complete.')];
}

function list(picture, pick) {
  return [
    el('summary', {}, `What is drawn, as a list of ${count(picture.entities.size)}`),
    el('ul', {class: 'plain'}, [...picture.entities.values()].map(entity => el('li', {},
      kindBadge(entity.kind), ' ', entityLink(entity.id, entity.name), ' ',
      picture.expanded.has(entity.id) ? '' : el('button',
        {type: 'button', class: 'link', onclick: () => pick(entity.id)}, 'expand'))))
  ];
}

function short(text) {
  return text.length > 28 ? `${text.slice(0, 27)}…` : text;
}
