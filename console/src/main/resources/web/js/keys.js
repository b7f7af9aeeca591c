/** Keys that work anywhere on the page, unless the officer is typing. */

const isTyping = (target) => target.closest?.('input, textarea, select, [contenteditable]');

export function followKeys(desk) {
  const keys = {
    '/': () => desk.attention.focusSearch(),
    Escape: () => {
      if (desk.map.pick.cancel()) return;
      desk.selection.set(null);
      desk.alertSelection.set(null);
    },
    a: () => document.querySelector('[data-testid=acknowledge]:not([hidden])')?.click(),
    l: () => desk.language.set(desk.language.code === 'zh' ? 'en' : 'zh'),
    o: () => desk.map.fitOpen(),
    g: () => desk.attention.focusFirst(),
  };
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const act = keys[event.key];
    if (!act || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    act();
  });
}
