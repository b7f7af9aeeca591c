/** Dark, light, or as the system says. Canvas layers read their colours from the same CSS variables as the page. */

import { remembered } from './preferences.js';

const NAMES = [
  'map-ground',
  'map-cell',
  'map-cell-hover',
  'map-area',
  'map-area-name',
  'map-road-major',
  'map-road-middle',
  'map-road-minor',
  'map-road-casing',
  'map-road-name',
  'map-place',
  'map-place-name',
  'map-halo',
  'map-link',
  'map-pill',
  'map-pill-text',
  'person-free',
  'person-busy',
  'person-off',
  'person-edge',
  'select',
  'grade-I',
  'grade-II',
  'grade-III',
  'grade-IV',
  'ink-I',
  'ink-II',
  'ink-III',
  'ink-IV',
  'grade-over',
  'edge-I',
  'edge-II',
  'edge-III',
  'edge-IV',
  'heat-low',
  'heat-middle',
  'heat-high',
  'mood-fear',
  'mood-anger',
  'mood-complaint',
  'mood-praise',
  'reach',
  'reach-nobody',
  'closed',
];

/** The colours now in force, by name. */
export function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const palette = Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  palette.font = style.getPropertyValue('--font').trim() || 'sans-serif';
  return palette;
}

/** The remembered choice; `onChange` is called whenever other colours come into force. */
export function followTheme(onChange) {
  const choice = remembered('theme', 'dark', ['dark', 'light', 'system']);
  const systemLight = matchMedia('(prefers-color-scheme: light)');
  const apply = () => {
    const light = choice.value === 'light' || (choice.value === 'system' && systemLight.matches);
    document.documentElement.dataset.theme = light ? 'light' : 'dark';
    onChange();
  };
  choice.follow(apply);
  systemLight.addEventListener('change', apply);
  apply();
  return choice;
}
