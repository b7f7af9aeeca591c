/** The map: what the officer sees of the district, and what a pointer on it does. */

import { DomEvent, Map as LeafletMap, TileLayer, latLngBounds } from 'leaflet';
import { isOpen } from '../attention.js';
import { boundsOf, hit } from '../geometry.js';
import { h, setText } from '../element.js';
import { AlertCells } from '../layers/alerts.js';
import { Basemap } from '../layers/basemap.js';
import { CanvasLayer } from '../layers/canvas-layer.js';
import { HeatLayer } from '../layers/heat.js';
import { IncidentMarkers } from '../layers/incidents.js';
import { MoodLayer } from '../layers/mood.js';
import { PeopleMarkers } from '../layers/people.js';
import { EMPTY } from '../store.js';
import { AreaAlerts } from './area-alerts.js';
import { addControls } from './map-controls.js';
import { MapPick } from './map-pick.js';
import { MapTip } from './map-tip.js';

/** How often tints are taken anew when nothing came in. */
const TINTS_EVERY_MILLIS = 30_000;
const NEAREST_ZOOM = 18;
const LOCATE_ZOOM = 16;
/** From here on markers are joined only when they lie on one spot. */
const PARTED_ZOOM = 16.5;

export class MapPanel {
  #touched = false;
  #placed = false;

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
    this.tip = new MapTip(container, desk);
    this.#firstView();
    this.#pointer();
    this.#follow();
  }

  #layers() {
    const { desk, map } = this;
    if (desk.district.tileUrl) new TileLayer(desk.district.tileUrl, { maxZoom: 19 }).addTo(map);
    this.view = Object.create(desk, {
      selectedId: { get: () => desk.selection.value },
      hoverId: { get: () => desk.hover.value },
      hoverPersonId: { get: () => desk.hoverPerson.value },
      alertId: { get: () => desk.alertSelection.value },
      hoverAlertId: { get: () => desk.hoverAlert.value },
      showPeople: { get: () => desk.layers.people.value },
      shows: { value: (layer) => desk.layers[layer].value },
    });
    this.basemap = new Basemap(this.view);
    this.mood = new MoodLayer(this.view);
    this.heat = new HeatLayer(this.view);
    this.alerts = new AlertCells(this.view);
    this.people = new PeopleMarkers(this.view);
    this.incidents = new IncidentMarkers(this.view);
    map.createPane('base').style.zIndex = 250;
    map.createPane('picture').style.zIndex = 450;
    map.createPane('tint').style.zIndex = 350;
    this.base = new CanvasLayer([this.basemap], { pane: 'base', padding: 0.35 });
    this.tint = new CanvasLayer([this.mood, this.heat], { pane: 'tint', padding: 0.2 });
    this.picture = new CanvasLayer([this.alerts, this.people, this.incidents, this.alerts.signs], {
      pane: 'picture',
      padding: 0.2,
    });
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
    const top = h('div', { class: 'map-top' }, new AreaAlerts(this.desk).node, this.outside);
    this.container.append(this.place, top);
  }

  #pointer() {
    const { map, container } = this;
    const touch = () => (this.#touched = true);
    map.on('dragstart', touch);
    container.addEventListener('wheel', touch, { passive: true });
    container.addEventListener('keydown', touch);
    container.addEventListener('dblclick', touch);
    map.on('mousemove', (event) => this.#moved(event));
    map.on('mouseout', () => this.#left());
    map.on('click', (event) => this.#clicked(event));
    map.on('zoomstart dragstart', () => this.tip.hide());
    map.on('moveend', () => {
      const centre = map.getCenter();
      if (this.#touched) this.desk.setAddress({ view: { zoom: map.getZoom(), lat: centre.lat, lon: centre.lng } });
      this.#countOutside();
    });
    new ResizeObserver(() => this.#resized()).observe(container);
  }

  #follow() {
    const { desk } = this;
    desk.store.subscribe((state, before) => this.#take(state, before));
    this.#take(desk.store.state, EMPTY);
    const { people, alerts, heat, mood } = desk.layers;
    const marked = [desk.selection, desk.hover, desk.hoverPerson, desk.alertSelection, desk.hoverAlert, people, alerts];
    for (const subject of marked) subject.follow(() => this.picture.redraw());
    for (const subject of [heat, mood]) subject.follow(() => this.#takeTints());
    desk.language.follow(() => this.#redrawAll());
    desk.onTheme(() => {
      for (const layer of [this.incidents, this.people, this.alerts, this.heat]) layer.forgetSprites();
      this.#redrawAll();
    });
    setInterval(() => this.#takeTints(), TINTS_EVERY_MILLIS);
  }

  #redrawAll() {
    for (const layer of [this.base, this.tint, this.picture]) layer.redraw();
  }

  /** Heat cools with time, and a snooze runs out, with no message to say so. */
  #takeTints() {
    const { store, clock, layers } = this.desk;
    this.alerts.take(store.state, clock.now());
    if (layers.heat.value) this.heat.take(store.state, clock.now());
    if (layers.mood.value) this.mood.take(store.state);
    this.tint.redraw();
  }

  #take(state, before) {
    const differs = (...names) => names.some((name) => state[name] !== before[name]);
    if (differs('incidents')) {
      this.incidents.take(state.incidents.values());
      if (!this.#placed && !this.#touched && state.incidents.size) this.fitOpen(true);
      this.#countOutside();
    }
    if (differs('incidents', 'assignments', 'people')) this.people.take(state);
    if (differs('incidents', 'alerts', 'alertDecisions')) this.#takeTints();
    if (differs('incidents', 'assignments', 'people', 'alerts', 'alertDecisions')) this.picture.redraw();
  }

  #thingAt(event) {
    if (this.map._animatingZoom) return null;
    const { x, y } = this.picture.toCanvas(event.containerPoint);
    return hit(this.alerts.things, x, y) ?? hit(this.incidents.things, x, y) ?? hit(this.people.things, x, y, 4);
  }

  #moved(event) {
    const thing = this.#thingAt(event);
    this.container.classList.toggle('over-thing', Boolean(thing));
    this.desk.hover.set(thing?.incident?.id ?? null);
    this.desk.hoverPerson.set(thing?.person?.id ?? null);
    this.desk.hoverAlert.set(thing?.alert?.id ?? null);
    if (thing) this.tip.show(thing, event.containerPoint);
    else this.tip.hide();
    this.#nameCell(event.latlng);
  }

  #nameCell({ lat, lng }) {
    const { district, language } = this.desk;
    const cell = district.cellAt(lat, lng);
    if (cell === this.basemap.hoverCell) return;
    this.basemap.hoverCell = cell;
    setText(this.place, cell ? this.desk.placeOfCell(cell.id) : '');
    this.place.lang = language.code;
    this.base.redraw();
  }

  #left() {
    this.desk.hover.set(null);
    this.desk.hoverPerson.set(null);
    this.desk.hoverAlert.set(null);
    this.tip.hide();
    this.basemap.hoverCell = null;
    setText(this.place, '');
    this.base.redraw();
  }

  #clicked(event) {
    this.#touched = true;
    if (this.pick.takePlace(event.latlng)) return;
    const thing = this.#thingAt(event);
    if (thing?.incident) this.desk.pickOrSelect(thing.incident.id);
    else if (thing?.cluster) this.#openCluster(thing.cluster, event.containerPoint);
    else if (thing?.person?.incidentId) this.desk.pickOrSelect(thing.person.incidentId);
    else if (thing?.alert) this.desk.chooseAlert(thing.alert.id);
    else this.tip.hide();
  }

  /** Zooms until the members part; those that never will are offered as a list. */
  #openCluster(members, at) {
    const bounds = latLngBounds(boundsOf(members));
    const zoom = this.map.getBoundsZoom(bounds.pad(0.1));
    if (this.map.getZoom() >= NEAREST_ZOOM - 0.5 || bounds.getSouthWest().distanceTo(bounds.getNorthEast()) < 15) {
      this.tip.choose(members, at);
      return;
    }
    this.#touched = true;
    const now = this.map.getZoom();
    const enough = now < PARTED_ZOOM ? PARTED_ZOOM : NEAREST_ZOOM;
    this.map.setView(bounds.getCenter(), Math.min(enough, Math.max(zoom, now + 1)));
  }

  #openPoints() {
    return [...this.desk.store.state.incidents.values()].filter((i) => isOpen(i) && Number.isFinite(i.lat));
  }

  #countOutside() {
    const view = this.map.getBounds();
    const outside = this.#openPoints().filter((incident) => !view.contains([incident.lat, incident.lon])).length;
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
