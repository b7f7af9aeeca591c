/** What floats on the map: zoom, scale, the tools to fit and to switch layers, the legends. */

import { Control, DomEvent, control } from 'leaflet';
import { h, icon } from '../element.js';
import { layerLegends, layerSwitch } from './map-layers.js';
import { mapLegend } from './map-legend.js';

const ICONS = {
  open: 'M12 3 V7 M12 17 V21 M3 12 H7 M17 12 H21 M12 8.5 A3.5 3.5 0 1 1 11.99 8.5 Z',
  district: 'M4 9 V4 H9 M15 4 H20 V9 M20 15 V20 H15 M9 20 H4 V15',
  area: 'M5 7 L13 4 L20 10 L16 19 L6 17 Z',
  people: 'M12 4.5 A3.2 3.2 0 1 1 11.99 4.5 Z M5.5 19.5 C5.5 15 8.5 13.2 12 13.2 C15.5 13.2 18.5 15 18.5 19.5',
};

function tool(testid, key, path, onClick) {
  const node = h('button', { type: 'button', class: 'map-tool', testid, label: key, tip: key, on: { click: onClick } });
  node.append(icon(path));
  return node;
}

/** @param panel can `fitOpen()` and `fitDistrict()` */
export function addControls(map, container, desk, panel) {
  const zoom = control.zoom({ position: 'bottomright', zoomInTitle: '', zoomOutTitle: '' }).addTo(map).getContainer();
  for (const [i, key] of ['map.zoomIn', 'map.zoomOut'].entries()) {
    zoom.children[i].removeAttribute('aria-label');
    Object.assign(zoom.children[i].dataset, { i18nLabel: key, i18nTip: key });
  }
  control.scale({ position: 'bottomleft', imperial: false, maxWidth: 120 }).addTo(map);
  const layers = layerSwitch(desk);
  const Tools = Control.extend({
    options: { position: 'bottomright' },
    onAdd: () => {
      const people = tool('toggle-people', 'map.people', ICONS.people, () =>
        desk.layers.people.set(!desk.layers.people.value),
      );
      const pressed = () => people.setAttribute('aria-pressed', String(desk.layers.people.value));
      desk.layers.people.follow(pressed);
      pressed();
      const fitOpen = tool('fit-open', 'map.fitOpen', ICONS.open, () => panel.fitOpen());
      const fitAll = tool('fit-district', 'map.fitDistrict', ICONS.district, () => panel.fitDistrict());
      const draw = tool('draw-area', 'area.draw', ICONS.area, () => panel.area.start());
      const bar = h('div', { class: 'leaflet-bar map-tools' }, fitOpen, fitAll, draw, people, layers.opener);
      DomEvent.disableClickPropagation(bar);
      return bar;
    },
  });
  new Tools().addTo(map);
  container.append(layers.list, layerLegends(desk), mapLegend());
}
