/** A trace as a page: chains, leads, hubs, assumptions. */
import {picture} from './chain.js';
import {el, said, table} from './dom.js';
import {note, truncatedNote} from './parts.js';
import {count, dates, entityLink, grade, hypothesisChip, plural, share} from './words.js';

export function answer(trace, asked) {
  const chains = trace.chains ?? [];
  return el('div', {class: 'answer'},
    summary(trace, chains, asked),
    truncatedNote(trace.truncated),
    chains.map(chain),
    leads(trace.leads ?? []),
    claims(trace.claims ?? []),
    hubs(trace.skippedHubs ?? []));
}

function summary(trace, chains, asked) {
  const facts = [
    trace.asOf && `as of ${trace.asOf}`,
    trace.graphVersion !== undefined && `graph version ${trace.graphVersion}`,
    trace.method?.version !== undefined && `method ${trace.method.version}`
  ].filter(Boolean);
  return el('header', {},
    el('h2', {},
      chains.length === 0 ? 'No chain was found' : `${plural(chains.length, 'chain')}`, ' ',
      hypothesisChip(trace.hypothesis ?? (asked.hypothesis || 'control'))),
    chains.length === 0 && note('The evidence that is loaded ties the two together by no chain of'
      + ' sufficient weight. That does not show that there is no tie.'),
    facts.length > 0 && el('p', {class: 'faint'}, facts.join(' · ')));
}

function chain(chain, index) {
  const hops = chain.hops ?? [];
  return el('article', {class: 'chain-card', 'aria-labelledby': `chain-${index}`},
    el('h3', {id: `chain-${index}`}, `Chain ${index + 1}: `, heading(chain),
      el('span', {class: 'score'}, 'score ', el('strong', {}, share(chain.score))),
      el('span', {class: 'faint'}, plural(hops.length, 'hop'))),
    el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Picture of the chain'},
      picture(stops(chain, hops), hops, index + 1)),
    priors(chain.scores),
    el('ol', {class: 'hops'}, hops.map(hop)),
    assumptions(chain.assumptions ?? [], 'It assumes'),
    chain.cypher && el('details', {}, el('summary', {}, 'Cypher that shows this chain'),
      el('pre', {}, chain.cypher)));
}

function heading(chain) {
  const target = chain.target;
  if (!target) return '';
  const about = [target.attributes?.country, target.attributes?.stateRelation].filter(Boolean);
  return [chain.member?.name ?? chain.from, ' → ', entityLink(target.id, target.name),
    about.length > 0 && ` (${about.join(', ')})`];
}

function claims(items) {
  return items.length > 0 && el('section', {},
    el('h3', {}, 'Claims to check'),
    note('That two entities may be the same. No evidence before an analyst accepts it.'),
    el('ul', {}, items.map(claim => el('li', {},
      entityLink(claim.from, claim.from), ' may be ', entityLink(claim.to, claim.to), ': ',
      claim.reason))));
}

function stops(chain, hops) {
  if (hops.length === 0) return [chain.from ?? chain.to].map(id => ({id, name: id}));
  return [
    {id: hops[0].from, name: hops[0].fromName ?? hops[0].from},
    ...hops.map(hop => ({id: hop.to, name: hop.toName ?? hop.to}))
  ];
}

function priors(scores) {
  return scores?.length > 0 && el('p', {class: 'faint'}, 'Had the prior odds been others: ',
    scores.map((one, i) => [i > 0 ? ' · ' : '', `${one.priorOdds} → ${share(one.score)}`]));
}

function hop(hop) {
  return el('li', {},
    el('p', {class: 'sentence'}, said(hop.sentence ?? ''), ' ',
      el('span', {class: 'probability'}, `p = ${share(hop.probability)}`)),
    hop.evidence?.length > 0 && evidence(hop.evidence));
}

function evidence(items) {
  return table('Evidence', ['Kind', 'Via', 'Weight LR′', 'Shared by', 'Source', 'Grade', 'Seen'],
    items.map(one => [
      el('code', {}, one.kind ?? '–'),
      one.via ? entityLink(one.via, one.viaName ?? one.via) : '–',
      el('span', {class: 'number', title: one.leftOut ?? ''}, one.counted === false ? 'not counted' : ratio(one.weight ?? one.likelihoodRatio)),
      el('span', {class: 'number'}, one.degree ?? '–'),
      one.source ? entityLink(one.source, one.sourceTitle ?? one.source) : '–',
      grade(one.grade),
      el('span', {class: 'nowrap'}, dates(one.firstSeen, one.lastSeen))
    ]));
}

function ratio(number) {
  return typeof number === 'number' ? number.toLocaleString('en', {maximumFractionDigits: 1}) : '–';
}

function leads(items) {
  return items.length > 0 && el('section', {},
    el('h3', {}, 'Leads'),
    note('Too weak for a chain, but worth a look.'),
    el('ol', {class: 'hops'}, items.map(hop)));
}

function hubs(items) {
  return items.length > 0 && el('section', {},
    el('h3', {}, 'Not passed through'),
    note('More share these than the ceiling allows, so no chain was sought through them.'),
    el('ul', {}, items.map(hub => el('li', {},
      entityLink(hub.id, hub.name), ` shared by ${count(hub.degree)}`))));
}

function assumptions(items, title = 'What this assumes') {
  return items.length > 0 && el('section', {},
    el('h4', {}, title),
    el('ul', {}, items.map(one => el('li', {}, assumption(one)))));
}

function assumption(one) {
  if (typeof one === 'string') return said(one);
  if (one.sentence) return said(one.sentence);
  return [entityLink(one.asset, one.assetName), ' is the own channel of ',
    entityLink(one.outlet, one.outletName)];
}
