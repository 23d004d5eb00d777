/** How things of the graph are called and shown. */
import {el, said} from './dom.js';
import * as route from './route.js';

const KINDS = {
  Account: 'Account', Page: 'Page', Group: 'Group', Domain: 'Site', MediaOutlet: 'Outlet',
  Organization: 'Organisation', State: 'State', Indicator: 'Indicator', Artifact: 'Artifact',
  Cluster: 'Cluster', Source: 'Source'
};

const RELIABILITY = {
  A: 'completely reliable', B: 'usually reliable', C: 'fairly reliable',
  D: 'not usually reliable', E: 'unreliable', F: 'reliability cannot be judged'
};

const CREDIBILITY = {
  1: 'confirmed', 2: 'probably true', 3: 'possibly true',
  4: 'doubtful', 5: 'improbable', 6: 'truth cannot be judged'
};

export const KIND_NAMES = Object.keys(KINDS);

export const HYPOTHESES = ['control', 'amplification', 'state relation', 'behaviour', 'context'];

export function kindOf(id) {
  const prefixes = {org: 'Organization', outlet: 'MediaOutlet'};
  const prefix = String(id).split(':', 1)[0];
  return prefixes[prefix] ?? prefix.charAt(0).toUpperCase() + prefix.slice(1);
}

export function kindWord(kind) {
  return KINDS[kind] ?? kind;
}

export function kindBadge(kind) {
  return el('span', {class: `badge kind ${String(kind).toLowerCase()}`}, kindWord(kind));
}

export function stateBadges(attributes) {
  return [
    attributes?.stateRelation && el('span',
      {class: `badge relation ${String(attributes.stateRelation)}`}, attributes.stateRelation),
    attributes?.country && el('span', {class: 'badge plain', title: 'Country'}, attributes.country)
  ];
}

export function hypothesisChip(hypothesis) {
  return el('span', {class: `chip ${hypothesisClass(hypothesis)}`}, hypothesis);
}

export function hypothesisClass(hypothesis) {
  return HYPOTHESES.includes(hypothesis) ? hypothesis.replace(' ', '-') : 'context';
}

/** A link type as words: PUBLISHES_ON becomes "publishes on". */
export function typeWords(type) {
  return String(type).toLowerCase().replaceAll('_', ' ');
}

export function grade(text) {
  if (!text) return '–';
  const meaning = `${RELIABILITY[text[0]] ?? ''}; ${CREDIBILITY[text[1]] ?? ''}`;
  return el('span', {class: 'grade', title: `Admiralty grade: source ${meaning}`}, text);
}

export function entityLink(id, name) {
  return el('a', {href: route.entity(id), title: id}, said(name || id));
}

export function count(number) {
  return Number(number).toLocaleString('en');
}

export function plural(number, one, many = `${one}s`) {
  return `${count(number)} ${Number(number) === 1 ? one : many}`;
}

/** A probability or score with the digits that mean something: what is not certain never reads 1. */
export function share(number) {
  if (typeof number !== 'number') return '–';
  if (number > 0 && number < 0.01) return number.toExponential(1);
  if (number > 0.99 && number < 1) return number > 0.999 ? '> 0.999' : number.toFixed(3);
  return number.toFixed(2);
}

export function dates(first, last) {
  if (!first && !last) return '–';
  return first === last || !first || !last ? (first ?? last) : `${first} – ${last}`;
}

/** camelCase as words: registrableDomain becomes "registrable domain". */
export function attributeWords(name) {
  return name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}
