/** Keys that work anywhere on the page, unless the officer is typing. Single letters can be switched off; Escape always works. */

const isTyping = (target) => target.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable]');

/** Full-width signs, as a Chinese keyboard gives them. */
const PLAIN = { '：': ':', '？': '?', '、': '/' };

/** Of the open incident, if its grade can be set. */
const setGrade = (grade) =>
  document.querySelector(`.grade-choice:not([hidden]) [data-testid=set-grade-${grade}]`)?.click();

function leave(desk) {
  if (desk.map.pick.cancel() || desk.map.area.cancel()) return;
  desk.selection.set(null);
  desk.alertSelection.set(null);
  desk.cover.tab.set(null);
}

export function followKeys(desk) {
  const keys = {
    '/': () => desk.attention.focusSearch(),
    ':': () => desk.commandBar.open(),
    '?': () => desk.shortcuts.open(),
    1: () => setGrade('I'),
    2: () => setGrade('II'),
    3: () => setGrade('III'),
    4: () => setGrade('IV'),
    a: () => document.querySelector('[data-testid=acknowledge]:not([hidden])')?.click(),
    c: () => desk.cover.tab.set(desk.cover.tab.value ? null : 'coverage'),
    d: () => desk.map.area.start(),
    g: () => desk.attention.focusFirst(),
    h: () => desk.may('draftHandover') && desk.shift.openHandover(),
    l: () => desk.language.set(desk.language.code === 'zh' ? 'en' : 'zh'),
    m: () => desk.sounds.toggle(),
    o: () => desk.map.fitOpen(),
    t: () => desk.table.open(),
  };
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    const key = PLAIN[event.key] ?? (event.key.length === 1 ? event.key.toLowerCase() : event.key);
    const act = event.key === 'Escape' ? () => leave(desk) : desk.singleKeys.value === 'on' && keys[key];
    if (!act) return;
    event.preventDefault();
    desk.whole.then(act);
  });
}
