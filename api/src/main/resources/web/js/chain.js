/** A chain as a picture from left to right. */
import {svg} from './dom.js';
import {kindOf, kindWord, share} from './words.js';

const WIDTH = 184;
const GAP = 128;
const HEIGHT = 56;
const TOP = 22;

export function picture(stops, hops, number) {
  const width = stops.length * WIDTH + (stops.length - 1) * GAP + 4;
  const label = `Chain ${number}: ${stops.map(stop => stop.name).join(' to ')}`;
  return svg('svg',
    {class: 'chain', role: 'img', 'aria-label': label, width, height: HEIGHT + TOP * 2,
      viewBox: `0 0 ${width} ${HEIGHT + TOP * 2}`},
    stops.map((stop, i) => box(stop, 2 + i * (WIDTH + GAP))),
    hops.map((hop, i) => arrow(hop, 2 + i * (WIDTH + GAP) + WIDTH)));
}

function box(stop, x) {
  const kind = kindOf(stop.id);
  return svg('g', {class: `stop ${kind.toLowerCase()}`},
    svg('title', {}, stop.id),
    svg('rect', {x, y: TOP, width: WIDTH, height: HEIGHT, rx: 8}),
    svg('text', {x: x + 12, y: TOP + 20, class: 'kind'}, kindWord(kind)),
    svg('text', {x: x + 12, y: TOP + 41, class: 'name'}, short(stop.name, 19)));
}

function arrow(hop, x) {
  const y = TOP + HEIGHT / 2;
  const end = x + GAP - 6;
  const kinds = [...new Set((hop.evidence ?? []).map(one => one.kind).filter(Boolean))];
  return svg('g', {class: 'hop'},
    svg('path', {d: `M${x + 6} ${y}H${end - 8}`, class: 'line'}),
    svg('path', {d: `M${end} ${y}l-10 -5v10z`, class: 'head'}),
    svg('text', {x: x + GAP / 2, y: y - 9, class: 'probability'}, `p ${share(hop.probability)}`),
    svg('text', {x: x + GAP / 2, y: y + 18, class: 'by'}, short(kinds[0] ?? '', 19)),
    kinds.length > 1
      && svg('text', {x: x + GAP / 2, y: y + 32, class: 'by'}, `and ${kinds.length - 1} more`));
}

function short(text, most) {
  const letters = [...String(text)];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
}
