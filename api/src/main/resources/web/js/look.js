/** The look of the picture, in the colours of the style sheet. */

const SHAPES = {
  Account: 'ellipse', Page: 'round-rectangle', Group: 'round-hexagon', Domain: 'rectangle',
  MediaOutlet: 'star', Organization: 'round-pentagon', State: 'octagon', Indicator: 'diamond',
  Artifact: 'tag', Cluster: 'barrel'
};

export function look() {
  const style = getComputedStyle(document.documentElement);
  const colour = name => style.getPropertyValue(`--${name}`).trim();
  return [
    {selector: 'node', style: {
      label: 'data(label)', width: 22, height: 22, 'font-size': 11, 'text-valign': 'bottom',
      'text-margin-y': 4, color: colour('text'), 'font-family': 'system-ui, sans-serif',
      'text-outline-color': colour('surface'), 'text-outline-width': 2,
      'background-color': colour('faint'), 'border-width': 1.5, 'border-color': colour('surface'),
      'min-zoomed-font-size': 7}},
    ...Object.entries(SHAPES).map(([kind, shape]) => ({
      selector: `node[kind = "${kind}"]`,
      style: {shape, 'background-color': colour(`kind-${kind.toLowerCase()}`)}})),
    {selector: 'node[kind = "MediaOutlet"]', style: {width: 30, height: 30}},
    {selector: 'node.quiet', style: {'text-opacity': 0, 'text-outline-opacity': 0}},
    {selector: 'node.pointed', style: {
      'text-opacity': 1, 'text-outline-opacity': 1, 'font-size': 14, 'min-zoomed-font-size': 0, 'z-index': 9}},
    {selector: 'node[centre = "yes"]', style: {
      width: 34, height: 34, 'font-weight': 'bold', 'font-size': 13,
      'border-width': 3, 'border-color': colour('accent'), 'min-zoomed-font-size': 0}},
    {selector: 'edge', style: {
      width: 1.5, 'curve-style': 'bezier', 'target-arrow-shape': 'triangle', 'arrow-scale': 0.8,
      'line-color': colour('context'), 'target-arrow-color': colour('context'), opacity: 0.85}},
    ...['control', 'amplification', 'state relation', 'behaviour'].map(name => ({
      selector: `edge[hypothesis = "${name}"]`,
      style: {
        'line-color': colour(name.replace(' ', '-')),
        'target-arrow-color': colour(name.replace(' ', '-')),
        width: name === 'control' ? 2.5 : 1.5,
        'line-style': name === 'amplification' ? 'dashed' : 'solid'}})),
    {selector: 'node:active', style: {'overlay-opacity': 0.1}}
  ];
}
