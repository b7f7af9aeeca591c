/** The map: what the officer sees of the district. */

import { DomEvent, Map as LeafletMap } from 'leaflet';
import { isOpen } from '../attention.js';
import { boundsOf } from '../geometry.js';
import { h, setText } from '../element.js';
import { AlertCells } from '../layers/alerts.js';
import { AreaLayer } from '../layers/area.js';
import { Basemap } from '../layers/basemap.js';
import { CanvasLayer } from '../layers/canvas-layer.js';
import { ClosedRoads } from '../layers/closures.js';
import { CoverageLayer } from '../layers/coverage.js';
import { EquipmentMarkers } from '../layers/equipment.js';
import { HeatLayer } from '../layers/heat.js';
import { IncidentMarkers } from '../layers/incidents.js';
import { MoodLayer } from '../layers/mood.js';
import { PeopleMarkers } from '../layers/people.js';
import { ReachLayer } from '../layers/reach.js';
import { tileLayer } from '../layers/tiles.js';
import { inTurn, paced, throttle } from '../pace.js';
import { EMPTY } from '../store.js';
import { AreaAlerts } from './area-alerts.js';
import { addControls } from './map-controls.js';
import { MapArea } from './map-area.js';
import { MapPick } from './map-pick.js';
import { MapPointer, NEAREST_ZOOM } from './map-pointer.js';
import { MapTip } from './map-tip.js';
import { ReachCard } from './reach-card.js';

const TIME_PASSES_EVERY_MILLIS = 10_000;
/** Tints are soft; nobody sees more than one a second. */
const RETINT_EVERY_MILLIS = 1_000;
const TELL_VIEW_EVERY_MILLIS = 500;
const COUNT_OUTSIDE_EVERY_MILLIS = 500;
const LOCATE_ZOOM = 16;

export class MapPanel {
  #touched = false;
  #placed = false;
  #taken = EMPTY;

  /** @param desk the desk everything hangs on */
  constructor(container, desk) {
    this.desk = desk;
    this.container = container;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.map = new LeafletMap(container, {
      zoomControl: false,
      attributionControl: Boolean(desk.district.tileUrl),
      zoomSnap: 0.25,
      wheelPxPerZoomLevel: 120,
      minZoom: 3,
      maxZoom: NEAREST_ZOOM,
      zoomAnimation: !calm,
      fadeAnimation: !calm,
      inertia: !calm,
    });
    this.#layers();
    addControls(this.map, container, desk, this);
    this.#floating();
    this.pick = new MapPick(this.map, container, desk);
    this.area = new MapArea(this.map, container, desk, () => this.ground.redraw());
    this.tip = new MapTip(container, desk);
    this.#firstView();
    new MapPointer(this);
    this.#moves();
    this.#follow();
  }

  #layers() {
    const { desk, map } = this;
    if (desk.district.tileUrl) tileLayer(desk.district).addTo(map);
    this.view = Object.create(desk, {
      selectedId: { get: () => desk.selection.value },
      hoverId: { get: () => desk.hover.value },
      hoverPersonId: { get: () => desk.hoverPerson.value },
      alertId: { get: () => desk.alertSelection.value },
      hoverAlertId: { get: () => desk.hoverAlert.value },
      showPeople: { get: () => desk.layers.people.value },
      drawing: { get: () => this.area?.drawing ?? null },
      drawnShape: { get: () => desk.area.value },
      shows: { value: (layer) => desk.layers[layer].value },
    });
    this.basemap = new Basemap(this.view);
    this.mood = new MoodLayer(this.view);
    this.heat = new HeatLayer(this.view);
    this.alerts = new AlertCells(this.view);
    this.people = new PeopleMarkers(this.view);
    this.equipment = new EquipmentMarkers(this.view);
    this.incidents = new IncidentMarkers(this.view);
    map.createPane('base').style.zIndex = 250;
    map.createPane('tint').style.zIndex = 350;
    map.createPane('ground').style.zIndex = 440;
    map.createPane('picture').style.zIndex = 450;
    this.base = new CanvasLayer([this.basemap], { pane: 'base', padding: 0.35 });
    const tints = [new CoverageLayer(this.view), new ReachLayer(this.view), this.mood, this.heat, new ClosedRoads(this.view)];
    this.tint = new CanvasLayer(tints, { pane: 'tint', padding: 0.1 });
    const movers = [this.alerts, new AreaLayer(this.view), this.equipment, this.people];
    this.ground = new CanvasLayer(movers, { pane: 'ground', padding: 0.1 });
    this.picture = new CanvasLayer([this.incidents, this.alerts.signs], { pane: 'picture', padding: 0.1 });
  }

  #firstView() {
    const { map, desk } = this;
    const { view } = desk.address;
    if (view) {
      map.setView([view.lat, view.lon], view.zoom);
      this.#touched = true;
      this.#placed = true;
    } else if (desk.district.bounds) {
      map.fitBounds(desk.district.bounds, { padding: [8, 8] });
      this.#placed = true;
    } else {
      map.setView([31.23, 121.47], 11);
    }
    this.base.addTo(map);
    this.tint.addTo(map);
    this.ground.addTo(map);
    this.picture.addTo(map);
  }

  #floating() {
    this.place = h('div', { class: 'map-place', testid: 'map-place' });
    this.outside = h('button', {
      type: 'button',
      class: 'map-outside',
      testid: 'outside-view',
      hidden: true,
      on: { click: () => this.fitOpen() },
    });
    DomEvent.disableClickPropagation(this.outside);
    const top = h('div', { class: 'map-top' }, new AreaAlerts(this.desk).node, new ReachCard(this.desk).node, this.outside);
    this.container.append(this.place, top);
  }

  #moves() {
    const { map } = this;
    map.on('moveend', () => {
      const centre = map.getCenter();
      if (this.#touched) this.desk.setAddress({ view: { zoom: map.getZoom(), lat: centre.lat, lon: centre.lng } });
      this.#countOutside();
      this.tellView();
    });
    this.tellView = throttle(() => this.desk.link?.tellView(), TELL_VIEW_EVERY_MILLIS);
    new ResizeObserver(() => this.#resized()).observe(this.container);
  }

  /** What is shown and a quarter around it as [west, south, east, north] in degrees; null for everything. */
  box() {
    const { x, y } = this.map.getSize();
    if (!x || !y) return null;
    const bounds = this.map.getBounds().pad(0.25);
    const box = [
      Math.max(-180, bounds.getWest()),
      Math.max(-90, bounds.getSouth()),
      Math.min(180, bounds.getEast()),
      Math.min(90, bounds.getNorth()),
    ];
    return box[0] < box[2] && box[1] < box[3] ? box : null;
  }

  /** A hand has moved the map: from now on it never moves by itself. */
  touch() {
    this.#touched = true;
  }

  #follow() {
    const { desk } = this;
    this.retint = paced(() => this.#takeTints(), RETINT_EVERY_MILLIS);
    this.countOutside = paced(() => this.#countOutside(), COUNT_OUTSIDE_EVERY_MILLIS);
    const take = () => this.#take(desk.store.state);
    desk.store.subscribe(() => inTurn(take));
    take();
    const { people, alerts, heat, mood } = desk.layers;
    const marked = [desk.selection, desk.hover, desk.hoverPerson, desk.alertSelection, desk.hoverAlert, people, alerts];
    for (const subject of marked) subject.follow(() => this.#redrawMarkers());
    desk.cover.equipment.follow(() => this.ground.redraw());
    for (const subject of [heat, mood]) subject.follow(() => this.#takeTints());
    const { coverage, reach, closures, chosenRoads, supposed } = desk.cover;
    for (const subject of [desk.layers.coverage, coverage, reach, closures, chosenRoads, supposed])
      subject.follow(() => this.tint.redraw());
    desk.language.follow(() => this.#redrawAll());
    desk.onTheme(() => {
      for (const layer of [this.incidents, this.people, this.alerts, this.heat]) layer.forgetSprites();
      this.#redrawAll();
    });
    setInterval(() => this.#passTime(), TIME_PASSES_EVERY_MILLIS);
  }

  #redrawAll() {
    for (const layer of [this.base, this.tint, this.ground, this.picture]) layer.redraw();
  }

  /** Incidents at the next frame, who moves below them at the one after: no frame has to wait for both. */
  #redrawMarkers() {
    this.picture.redraw();
    requestAnimationFrame(() => this.ground.redraw());
  }

  /** Heat cools with time, and a snooze runs out, with no message to say so. */
  #passTime() {
    this.alerts.take(this.desk.store.state, this.desk.clock.now());
    this.#redrawMarkers();
    this.#takeTints();
  }

  #takeTints() {
    const { store, clock, layers } = this.desk;
    if (layers.heat.value) this.heat.take(store.state, clock.now());
    if (layers.mood.value) this.mood.take(store.state);
    this.tint.redraw();
  }

  /** Takes in what is not what was taken in last. */
  #take(state) {
    const before = this.#taken;
    this.#taken = state;
    const differs = (...names) => names.some((name) => state[name] !== before[name]);
    if (differs('incidents')) {
      this.incidents.take(state.incidents.values());
      if (!this.#placed && !this.#touched && state.incidents.size) this.fitOpen(true);
      this.countOutside();
    }
    if (differs('incidents', 'assignments', 'people')) this.people.take(state);
    if (differs('alerts', 'alertDecisions')) this.alerts.take(state, this.desk.clock.now());
    if (differs('incidents')) this.retint();
    if (differs('incidents', 'alerts', 'alertDecisions')) this.#redrawMarkers();
    else if (differs('assignments', 'people')) this.ground.redraw();
  }

  #openPoints() {
    return [...this.desk.store.state.incidents.values()].filter((i) => isOpen(i) && Number.isFinite(i.lat));
  }

  #countOutside() {
    const view = this.map.getBounds();
    const [south, west, north, east] = [view.getSouth(), view.getWest(), view.getNorth(), view.getEast()];
    const isInside = ({ lat, lon }) => lat >= south && lat <= north && lon >= west && lon <= east;
    const outside = this.#openPoints().filter((incident) => !isInside(incident)).length;
    this.outside.hidden = outside === 0;
    setText(this.outside, this.desk.language.t('map.outside', { n: outside }));
  }

  /** Shows every open incident. */
  fitOpen(bySelf = false) {
    const bounds = boundsOf(this.#openPoints());
    if (!bounds) return;
    this.#placed = true;
    if (!bySelf) this.#touched = true;
    this.map.fitBounds(bounds, { padding: [50, 50], maxZoom: LOCATE_ZOOM });
  }

  fitDistrict() {
    if (!this.desk.district.bounds) return;
    this.#touched = true;
    this.map.fitBounds(this.desk.district.bounds, { padding: [8, 8] });
  }

  /** Brings a place into view because the officer asked; `close` zooms in as well. */
  show(lat, lon, close) {
    if (!Number.isFinite(lat)) return;
    this.#resized();
    if (close) {
      this.#touched = true;
      this.map.setView([lat, lon], Math.max(LOCATE_ZOOM, this.map.getZoom()));
    } else {
      this.map.panInside([lat, lon], { padding: [70, 70] });
    }
  }

  /** Other room for the map; as long as no hand has moved it, it still fits the district. */
  #resized() {
    const { x, y } = this.map.getSize();
    if (x === this.container.clientWidth && y === this.container.clientHeight) return;
    this.map.invalidateSize({ pan: false });
    if (!this.#touched && this.desk.district.bounds) this.#fitQuietly();
  }

  #fitQuietly() {
    this.map.fitBounds(this.desk.district.bounds, { padding: [8, 8], animate: false });
  }
}
