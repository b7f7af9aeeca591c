/** What a pointer on the map does: names what it is over, opens what it clicks. */

import { latLngBounds } from 'leaflet';
import { setText } from '../element.js';
import { boundsOf } from '../geometry.js';

export const NEAREST_ZOOM = 18;
/** From here on markers are joined only when they lie on one spot. */
const PARTED_ZOOM = 16.5;
/** Members closer than this never part. */
const ONE_SPOT_METERS = 15;

export class MapPointer {
  /** @param panel the map's panel, with its layers and its tip */
  constructor(panel) {
    this.panel = panel;
    this.desk = panel.desk;
    const { map, container } = panel;
    const touch = () => panel.touch();
    map.on('dragstart', touch);
    container.addEventListener('wheel', touch, { passive: true });
    container.addEventListener('keydown', touch);
    container.addEventListener('dblclick', touch);
    map.on('mousemove', (event) => this.#moved(event));
    map.on('mouseout', () => this.#left());
    map.on('click', (event) => this.#clicked(event));
    map.on('zoomstart dragstart', () => panel.tip.hide());
  }

  #thingAt(event) {
    const { map, picture, alerts, incidents, people } = this.panel;
    if (map._animatingZoom) return null;
    const { x, y } = picture.toCanvas(event.containerPoint);
    return alerts.things.at(x, y) ?? incidents.things.at(x, y) ?? people.things.at(x, y, 4);
  }

  #hover(thing) {
    const { hover, hoverPerson, hoverAlert } = this.desk;
    hover.set(thing?.incident?.id ?? null);
    hoverPerson.set(thing?.person?.id ?? null);
    hoverAlert.set(thing?.alert?.id ?? null);
  }

  #moved(event) {
    this.panel.area.moved(event.latlng);
    const { container, tip } = this.panel;
    const thing = this.#thingAt(event);
    container.classList.toggle('over-thing', Boolean(thing));
    this.#hover(thing);
    if (thing) tip.show(thing, event.containerPoint);
    else tip.hide();
    this.#nameCell(this.desk.district.cellAt(event.latlng.lat, event.latlng.lng));
  }

  #nameCell(cell) {
    const { basemap, base, place } = this.panel;
    if (cell === basemap.hoverCell) return;
    basemap.hoverCell = cell;
    setText(place, cell ? this.desk.placeOfCell(cell.id) : '');
    place.lang = this.desk.language.code;
    base.redraw();
  }

  #left() {
    this.#hover(null);
    this.panel.tip.hide();
    this.#nameCell(null);
  }

  #clicked(event) {
    const { desk, panel } = this;
    panel.touch();
    if (panel.pick.takePlace(event.latlng) || panel.area.takePlace(event.latlng)) return;
    const thing = this.#thingAt(event);
    if (thing?.incident) desk.pickOrSelect(thing.incident.id);
    else if (thing?.cluster) this.#openCluster(thing.cluster, event.containerPoint);
    else if (thing?.person?.incidentId) desk.pickOrSelect(thing.person.incidentId);
    else if (thing?.alert) desk.chooseAlert(thing.alert.id);
    else panel.tip.hide();
  }

  /** Zooms until the members part; those that never will are offered as a list. */
  #openCluster(members, at) {
    const { map, tip } = this.panel;
    const bounds = latLngBounds(boundsOf(members));
    const now = map.getZoom();
    const width = bounds.getSouthWest().distanceTo(bounds.getNorthEast());
    if (now >= NEAREST_ZOOM - 0.5 || width < ONE_SPOT_METERS) {
      tip.choose(members, at);
      return;
    }
    const enough = now < PARTED_ZOOM ? PARTED_ZOOM : NEAREST_ZOOM;
    const wanted = map.getBoundsZoom(bounds.pad(0.1));
    map.setView(bounds.getCenter(), Math.min(enough, Math.max(wanted, now + 1)));
  }
}
