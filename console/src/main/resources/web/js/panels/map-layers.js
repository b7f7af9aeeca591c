/** Which layers the map shows, and what the tints of those that have some mean. */

import { DomEvent } from 'leaflet';
import { h, icon } from '../element.js';
import { coverageLegend } from './coverage-legend.js';
import { LAYERS } from '../url-state.js';
import { HOTTEST_REPORTS } from '../heat.js';
import { setText } from '../element.js';

const SHEETS = 'M12 4 L21 8.5 L12 13 L3 8.5 Z M3.5 12.5 L12 17 L20.5 12.5 M3.5 16 L12 20.5 L20.5 16';
const MOODS = ['fear', 'anger', 'complaint', 'praise'];

/** A button and what it opens: one box to tick per layer. */
export function layerSwitch(desk) {
  const opener = h('button', {
    type: 'button',
    class: 'map-tool',
    testid: 'layers',
    label: 'map.layers',
    tip: 'map.layers',
  });
  opener.append(icon(SHEETS));
  opener.setAttribute('aria-expanded', 'false');
  const boxes = Object.keys(LAYERS).map((name) => box(desk, name));
  const list = h('div', { class: 'layer-list', hidden: true, role: 'group', label: 'map.layers' }, ...boxes);
  const toggle = (open) => {
    list.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
  };
  opener.addEventListener('click', () => toggle(list.hidden));
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    toggle(false);
    opener.focus();
  });
  DomEvent.disableClickPropagation(list);
  return { opener, list };
}

function box(desk, name) {
  const input = h('input', { type: 'checkbox', testid: `layer-${name}` });
  input.addEventListener('change', () => desk.layers[name].set(input.checked));
  const show = () => (input.checked = desk.layers[name].value);
  desk.layers[name].follow(show);
  show();
  return h('label', { class: 'layer-row' }, input, h('span', { i18n: `layer.${name}` }));
}

/** What heat and mood mean, in words; shown while the layer is. */
export function layerLegends(desk) {
  const least = h('span', { i18n: 'heat.least' });
  const most = h('span');
  const say = () => setText(most, desk.language.t('heat.most', { n: HOTTEST_REPORTS }));
  desk.language.follow(say);
  say();
  const scale = h(
    'div',
    { class: 'heat-scale' },
    least,
    h('span', { class: 'heat-ramp', 'aria-hidden': 'true' }),
    most,
  );
  const heat = card('heat', scale, h('p', { class: 'quiet', i18n: 'heat.note' }));
  const moods = MOODS.map((word) =>
    h(
      'span',
      { class: 'mood-key' },
      h('span', { class: `mood-sign mood-sign-${word}`, 'aria-hidden': 'true' }),
      h('span', { i18n: `mood.${word}` }),
    ),
  );
  const mood = card('mood', h('div', { class: 'mood-keys' }, ...moods), h('p', { class: 'quiet', i18n: 'mood.note' }));
  const coverage = card('coverage', ...coverageLegend(desk));
  for (const [name, node] of Object.entries({ heat, mood, coverage })) {
    const show = () => (node.hidden = !desk.layers[name].value || (node === coverage && Boolean(desk.cover.reach.value)));
    desk.layers[name].follow(show);
    desk.cover.reach.follow(show);
    show();
  }
  return h('div', { class: 'layer-legends' }, heat, mood, coverage);
}

const card = (name, ...content) =>
  h('section', { class: 'layer-legend', testid: `legend-${name}` }, h('h3', { i18n: `layer.${name}` }), ...content);
