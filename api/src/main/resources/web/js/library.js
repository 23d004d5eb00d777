/** Loads other people's libraries when they are first needed. */

const FILES = ['cytoscape', 'layout-base', 'cose-base', 'fcose'];

let ready = null;

function script(name) {
  return new Promise((resolve, reject) => {
    const tag = document.createElement('script');
    tag.src = `/lib/${name}.js`;
    tag.onload = resolve;
    tag.onerror = () => reject(new Error(`/lib/${name}.js cannot be loaded.`));
    document.head.append(tag);
  });
}

/** Each file finds the one before it as a global, so they come one after the other. */
async function load() {
  for (const file of FILES) await script(file);
  return globalThis.cytoscape;
}

export function library() {
  ready ??= load();
  return ready;
}
