/** The map: what the officer sees of the district, and what a pointer on it does. */

import { Control, DomEvent, Map as LeafletMap, TileLayer, control, latLngBounds } from 'leaflet';
import { isOpen } from '../attention.js';
import { boundsOf, hit } from '../geometry.js';
import { h, icon, setText } from '../element.js';
import { Basemap } from '../layers/basemap.js';
import { CanvasLayer } from '../layers/canvas-layer.js';
import { IncidentMarkers } from '../layers/incidents.js';
import { PeopleMarkers } from '../layers/people.js';
import { mapLegend } from './map-legend.js';
import { EMPTY } from '../store.js';
import { MapTip } from './map-tip.js';

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
    this.#controls();
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
      showPeople: { get: () => desk.showPeople.value },
    });
    this.basemap = new Basemap(this.view);
    this.people = new PeopleMarkers(this.view);
    this.incidents = new IncidentMarkers(this.view);
    map.createPane('base').style.zIndex = 250;
    map.createPane('picture').style.zIndex = 450;
    this.base = new CanvasLayer([this.basemap], { pane: 'base', padding: 0.35 });
    this.picture = new CanvasLayer([this.people, this.incidents], { pane: 'picture', padding: 0.2 });
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
    this.picture.addTo(map);
  }

  #controls() {
    control.zoom({ position: 'bottomright', zoomInTitle: '', zoomOutTitle: '' }).addTo(this.map);
    control.scale({ position: 'bottomleft', imperial: false, maxWidth: 120 }).addTo(this.map);
    const Fit = Control.extend({
      options: { position: 'bottomright' },
      onAdd: () => {
        const fitOpen = this.#control(
          'fit-open',
          'map.fitOpen',
          'M12 3 V7 M12 17 V21 M3 12 H7 M17 12 H21 M12 8.5 A3.5 3.5 0 1 1 11.99 8.5 Z',
          () => this.fitOpen(),
        );
        const fitAll = this.#control(
          'fit-district',
          'map.fitDistrict',
          'M4 9 V4 H9 M15 4 H20 V9 M20 15 V20 H15 M9 20 H4 V15',
          () => this.fitDistrict(),
        );
        const people = this.#control(
          'toggle-people',
          'map.people',
          'M12 4.5 A3.2 3.2 0 1 1 11.99 4.5 Z M5.5 19.5 C5.5 15 8.5 13.2 12 13.2 C15.5 13.2 18.5 15 18.5 19.5',
          () => this.desk.showPeople.set(!this.desk.showPeople.value),
        );
        people.setAttribute('aria-pressed', 'true');
        this.desk.showPeople.follow((shown) => people.setAttribute('aria-pressed', String(shown)));
        const bar = h('div', { class: 'leaflet-bar map-tools' }, fitOpen, fitAll, people);
        DomEvent.disableClickPropagation(bar);
        return bar;
      },
    });
    new Fit().addTo(this.map);
    this.place = h('div', { class: 'map-place', testid: 'map-place' });
    this.outside = h('button', {
      type: 'button',
      class: 'map-outside',
      testid: 'outside-view',
      hidden: true,
      on: { click: () => this.fitOpen() },
    });
    this.container.append(this.place, this.outside, mapLegend());
    DomEvent.disableClickPropagation(this.outside);
  }

  #control(testid, key, path, onClick) {
    const node = h('button', {
      type: 'button',
      class: 'map-tool',
      testid,
      label: key,
      tip: key,
      on: { click: onClick },
    });
    node.append(icon(path));
    return node;
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
    for (const subject of [desk.selection, desk.hover, desk.hoverPerson, desk.showPeople]) {
      subject.follow(() => this.picture.redraw());
    }
    desk.language.follow(() => this.base.redraw());
    desk.onTheme(() => {
      this.incidents.forgetSprites();
      this.people.forgetSprites();
      this.base.redraw();
      this.picture.redraw();
    });
  }

  #take(state, before) {
    const differs = (...names) => names.some((name) => state[name] !== before[name]);
    if (differs('incidents', 'alerts')) {
      this.incidents.take(state.incidents.values(), state.alerts.values());
      if (!this.#placed && !this.#touched && state.incidents.size) this.fitOpen(true);
      this.#countOutside();
    }
    if (differs('incidents', 'assignments', 'people')) this.people.take(state);
    if (differs('incidents', 'assignments', 'people', 'alerts')) this.picture.redraw();
  }

  #thingAt(event) {
    if (this.map._animatingZoom) return null;
    const { x, y } = this.picture.toCanvas(event.containerPoint);
    return hit(this.incidents.things, x, y) ?? hit(this.people.things, x, y, 4);
  }

  #moved(event) {
    const thing = this.#thingAt(event);
    this.container.classList.toggle('over-thing', Boolean(thing));
    this.desk.hover.set(thing?.incident?.id ?? null);
    this.desk.hoverPerson.set(thing?.person?.id ?? null);
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
    this.tip.hide();
    this.basemap.hoverCell = null;
    setText(this.place, '');
    this.base.redraw();
  }

  #clicked(event) {
    const thing = this.#thingAt(event);
    this.#touched = true;
    if (thing?.incident) this.desk.selection.set(thing.incident.id);
    else if (thing?.cluster) this.#openCluster(thing.cluster, event.containerPoint);
    else if (thing?.person?.incidentId) this.desk.selection.set(thing.person.incidentId);
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
