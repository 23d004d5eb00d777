/** Builds the page. Whatever comes from the graph becomes text here, never markup. */

const SVG = 'http://www.w3.org/2000/svg';

/** Of a longer text so much is shown until the rest is asked for: a browser stalls over a megabyte. */
const LONGEST_TEXT = 5000;

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'value') node.value = value;
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  add(node, children);
  return node;
}

/** Appends nodes; anything else as text. */
export function add(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    if (child instanceof Node) node.append(child);
    else if (String(child).length <= LONGEST_TEXT) node.append(String(child));
    else node.append(...beginning(String(child)));
  }
}

/** The beginning of a long text, and a button that puts the whole of it in its place. */
function beginning(whole) {
  const start = document.createTextNode(`${cut(whole, LONGEST_TEXT)}… `);
  const rest = document.createElement('button');
  rest.type = 'button';
  rest.className = 'link';
  rest.textContent = `Show all ${whole.length.toLocaleString('en')} characters`;
  rest.addEventListener('click', event => {
    event.preventDefault();
    event.stopPropagation();
    start.data = whole;
    rest.remove();
  });
  return [start, rest];
}

/** At most so many characters, and no half of one. */
export function cut(text, length) {
  const end = text.charCodeAt(length - 1);
  return text.slice(0, end >= 0xd800 && end < 0xdc00 ? length - 1 : length);
}

/** An element with attributes, listeners (`onclick`) and children. */
export function el(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** Puts nodes in the place of what was there. */
export function show(node, ...children) {
  node.replaceChildren();
  add(node, children);
}

/** A text from outside, kept from turning round the writing direction of what stands beside it. */
export function said(text) {
  return el('bdi', {}, text);
}

/** A link to another site where the address is one of the web; else the bare text. */
export function outside(address) {
  const text = String(address);
  return /^https?:\/\//i.test(text)
    ? el('a', {href: text, target: '_blank', rel: 'noopener noreferrer external'}, text)
    : said(text);
}

function numbers(rows, column) {
  return rows.length > 0 && rows.every(cells => cells[column]?.className === 'number');
}

/** A table with a header row; a cell may be a node or a text. */
export function table(caption, columns, rows) {
  return el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption},
    el('table', {},
      el('caption', {class: 'unseen'}, caption),
      el('thead', {}, el('tr', {}, columns.map((name, i) =>
        el('th', {scope: 'col', class: numbers(rows, i) && 'number'}, name)))),
      el('tbody', {}, rows.map(cells => el('tr', {}, cells.map(cell => el('td', {}, cell)))))));
}
