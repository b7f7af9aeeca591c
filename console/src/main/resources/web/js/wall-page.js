/** The wall display instead of the officer's page. */

import { Wall } from './panels/wall.js';
import { WallMap } from './panels/wall-map.js';
import { createShift } from './shift.js';
import { readPalette } from './theme.js';

/** `?kiosk`: the same picture for everybody in the room, and nothing to press. */
export function startWall(desk) {
  document.documentElement.classList.add('is-wall');
  document.documentElement.dataset.theme = 'dark';
  desk.palette = readPalette();
  document.body.className = 'wall';
  const main = document.querySelector('main');
  const map = document.getElementById('map');
  map.setAttribute('aria-hidden', 'true');
  main.replaceChildren(map);
  desk.shift = createShift(desk);
  new Wall(document.body, desk);
  new WallMap(map, desk);
  document.getElementById('topbar').remove();
  desk.language.apply(document);
  document.documentElement.classList.add('is-ready');
}
