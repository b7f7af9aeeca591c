/** The wall's map: the whole district, still; markers are larger, and keep their colour only while something is wrong. */

import { Map as LeafletMap } from 'leaflet';
import { boundsOf } from '../geometry.js';
import { AlertCells } from '../layers/alerts.js';
import { Basemap } from '../layers/basemap.js';
import { CanvasLayer } from '../layers/canvas-layer.js';
import { IncidentMarkers } from '../layers/incidents.js';
import { PeopleMarkers } from '../layers/people.js';
import { tileLayer } from '../layers/tiles.js';
import { paced } from '../pace.js';
import { wallLook } from '../wall.js';

const REFRESH_EVERY_MILLIS = 500;
/** Room below the district for the figures of the people. */
const FIGURES_PIXELS = 76;
/** Markers grow with the screen, as all else on the wall does. */
const MARKER_SCALE = 1.8;
const DRAWN_FOR_PIXELS = 1920;
const LEAST_PIXELS = 1100;
const FADES_EVERY_MILLIS = 5_000;

export class WallMap {
  constructor(container, desk) {
    this.desk = desk;
    const still = { zoomControl: false, dragging: false, scrollWheelZoom: false, doubleClickZoom: false, boxZoom: false };
    const options = { ...still, keyboard: false, touchZoom: false, zoomSnap: 0.05, attributionControl: Boolean(desk.district.tileUrl) };
    this.map = new LeafletMap(container, options);
    const view = Object.create(desk, {
      selectedId: { value: null },
      hoverId: { value: null },
      hoverPersonId: { value: null },
      alertId: { value: null },
      hoverAlertId: { value: null },
      showPeople: { value: true },
      shows: { value: (layer) => layer === 'alerts' },
      markerScale: { value: (MARKER_SCALE * Math.max(innerWidth, LEAST_PIXELS)) / DRAWN_FOR_PIXELS },
      lookOf: { value: (incident) => wallLook(incident, desk.clock.now(), desk.isSnoozed) },
    });
    this.incidents = new IncidentMarkers(view);
    this.people = new PeopleMarkers(view);
    this.alerts = new AlertCells(view);
    this.map.createPane('base').style.zIndex = 250;
    if (desk.district.tileUrl) tileLayer(desk.district).addTo(this.map);
    this.base = new CanvasLayer([new Basemap(view, { landmarksOnly: true })], { pane: 'base', padding: 0.1 });
    this.picture = new CanvasLayer([this.alerts, this.people, this.incidents, this.alerts.signs], { padding: 0.1 });
    this.#fit();
    this.base.addTo(this.map);
    this.picture.addTo(this.map);
    new ResizeObserver(() => this.#fit()).observe(container);
    const refresh = paced(() => this.#take(), REFRESH_EVERY_MILLIS);
    desk.store.subscribe(refresh);
    desk.language.follow(() => this.base.redraw());
    setInterval(refresh, FADES_EVERY_MILLIS);
    this.#take();
  }

  #fit() {
    this.map.invalidateSize({ pan: false });
    const { bounds } = this.desk.district;
    const points = bounds ?? boundsOf([...this.desk.store.state.incidents.values()]);
    if (points) this.map.fitBounds(points, { paddingTopLeft: [12, 12], paddingBottomRight: [12, FIGURES_PIXELS], animate: false });
    else this.map.setView([31.23, 121.47], 11);
  }

  #take() {
    const { state } = this.desk.store;
    this.incidents.take(state.incidents.values());
    this.people.take(state);
    this.alerts.take(state, this.desk.clock.now());
    this.picture.redraw();
  }
}
