/** Building the page: text goes in as text only, never as markup. */

const TRANSLATED = { i18n: 'i18n', label: 'i18nLabel', tip: 'i18nTip', hint: 'i18nHint' };

/** What stands in the page's own HTML. */
export const byId = (id) => document.getElementById(id);

/**
 * An element. Of the properties, `class`, `testid`, `data` and `on` (listeners) are special; `i18n`, `label`, `tip` and
 * `hint` name the dictionary key of its text, aria-label, title and placeholder; anything else is an attribute.
 */
export function h(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'class') node.className = value;
    else if (name === 'testid') node.dataset.testid = value;
    else if (name === 'data') Object.assign(node.dataset, value);
    else if (name === 'on')
      for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else if (name in TRANSLATED) node.dataset[TRANSLATED[name]] = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Sets text only when it differs, so that a screen reader and a selection are left in peace. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Sets an attribute, or takes it away when the value is null or false. */
export function setAttribute(node, name, value) {
  if (value === null || value === undefined || value === false) node.removeAttribute(name);
  else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
}

/**
 * Makes the container's children match the items, keeping the element of each key so that focus and pointer stay where
 * they are. `create(item)` makes one, `update(node, item)` brings it up to date.
 */
export function reconcile(container, items, keyOf, create, update) {
  const known = new Map([...container.children].map((child) => [child.dataset.key, child]));
  let previous = null;
  for (const item of items) {
    const key = String(keyOf(item));
    let node = known.get(key);
    known.delete(key);
    if (!node) {
      node = create(item);
      node.dataset.key = key;
    }
    update?.(node, item);
    const wanted = previous ? previous.nextSibling : container.firstChild;
    if (node !== wanted) container.insertBefore(node, wanted);
    previous = node;
  }
  for (const leftover of known.values()) leftover.remove();
}

/** A button with a translated text. */
export function button(key, className, onClick, properties = {}) {
  return h('button', { type: 'button', class: className, i18n: key, on: { click: onClick }, ...properties });
}

const SVG = 'http://www.w3.org/2000/svg';

/** An SVG element; children are elements or texts. */
export function svg(name, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/** A line drawing in a box of 24 by 24. */
export function icon(path, size = 18) {
  const box = { viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true', class: 'icon' };
  return svg('svg', box, svg('path', { d: path }));
}
