/** A small map with oneself and the incident; it fits both once, and after a hand has moved it, never by itself. */

import { Map as LeafletMap } from 'leaflet';
import { boundsOf, toUnit } from '../geometry.js';
import { Basemap } from '../layers/basemap.js';
import { CanvasLayer } from '../layers/canvas-layer.js';
import { IncidentMarkers } from '../layers/incidents.js';
import { tileLayer } from '../layers/tiles.js';

/** Where no way by road is known it is shown as the crow flies, and looks like it. */
const DASHES = [10, 7];

export class PhoneMap {
  #fittedFor = null;
  #touched = false;
  #incident = null;
  #me = null;
  #line = null;

  constructor(container, phone) {
    this.phone = phone;
    this.container = container;
    this.view = Object.create(phone, { selectedId: { value: null }, hoverId: { value: null } });
    this.incidents = new IncidentMarkers(this.view);
    this.picture = new CanvasLayer([{ paint: (context, view) => this.#paintMe(context, view) }, this.incidents], {
      padding: 0.2,
    });
    this.base = new CanvasLayer([new Basemap(this.view)], { padding: 0.3 });
    phone.language.follow(() => this.base.redraw());
    phone.onTheme(() => {
      this.incidents.forgetSprites();
      this.base.redraw();
      this.picture.redraw();
    });
  }

  /**
   * Shows where I am and where it is; either may be unknown.
   *
   * @param line points of the way by road, from me to there; null when none is known
   */
  show(me, incident, line) {
    this.#line = line;
    this.#me = Number.isFinite(me?.lat) ? me : null;
    this.container.hidden = !Number.isFinite(incident?.lat);
    if (this.container.hidden) return;
    this.#incident = incident;
    this.incidents.take([incident], []);
    if (!this.map) this.#create();
    const fitFor = `${incident.id} ${Boolean(line)}`;
    if (this.#fittedFor !== fitFor) {
      if (!this.#fittedFor?.startsWith(`${incident.id} `)) this.#touched = false;
      this.#fittedFor = fitFor;
      this.#fit();
    }
    this.picture.redraw();
  }

  #fit() {
    this.map.invalidateSize({ pan: false });
    if (this.#touched || !this.#incident || !this.container.clientHeight) return;
    const bounds = boundsOf([this.#incident, this.#me ?? this.#incident, ...(this.#line ?? [])]);
    this.map.fitBounds(bounds, { padding: [36, 36], maxZoom: 16, animate: false });
  }

  #create() {
    const { tileUrl } = this.phone.district;
    this.map = new LeafletMap(this.container, {
      attributionControl: Boolean(tileUrl),
      zoomControl: false,
      zoomSnap: 0.25,
    });
    this.map.setView([0, 0], 2);
    if (tileUrl) tileLayer(this.phone.district).addTo(this.map);
    this.map.createPane('base').style.zIndex = 250;
    this.base.options.pane = 'base';
    this.base.addTo(this.map);
    this.picture.addTo(this.map);
    this.map.on('dragstart', () => (this.#touched = true));
    this.container.addEventListener('touchmove', () => (this.#touched = true), { passive: true });
    new ResizeObserver(() => this.#fit()).observe(this.container);
  }

  #paintWay(context, view) {
    const { palette } = this.phone;
    const points = this.#line ?? [this.#me, this.#incident];
    const trace = () => {
      context.beginPath();
      points.forEach(({ lat, lon }, i) => {
        const { x, y } = view.at(toUnit(lat, lon));
        if (i === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      });
    };
    context.lineJoin = 'round';
    if (this.#line) {
      trace();
      context.lineWidth = 9;
      context.strokeStyle = palette['map-halo'];
      context.stroke();
    }
    trace();
    context.setLineDash(this.#line ? [] : DASHES);
    context.lineWidth = this.#line ? 5 : 3;
    context.strokeStyle = palette['person-busy'];
    context.stroke();
    context.setLineDash([]);
  }

  #paintMe(context, view) {
    if (!this.#me) return;
    const { x, y } = view.at(toUnit(this.#me.lat, this.#me.lon));
    this.#paintWay(context, view);
    context.beginPath();
    context.arc(x, y, 8, 0, 7);
    context.fillStyle = this.phone.palette['person-busy'];
    context.fill();
    context.lineWidth = 3;
    context.strokeStyle = this.phone.palette['map-halo'];
    context.stroke();
  }
}
