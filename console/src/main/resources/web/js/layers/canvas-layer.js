/** A canvas over the map that painters draw on: redrawn at most once per frame, and never while the map is zooming. */

import { Renderer, setOptions } from 'leaflet';
import { worldPixels } from '../geometry.js';

/**
 * Built on Leaflet's own renderer, which knows how to place and scale a canvas while the map moves. A painter is
 * `paint(context, view)`; `view` tells zoom, size in CSS pixels, `at(unitPoint)`, the pixel of a point, and
 * `holds(unitPoint, margin)`, whether it is in sight.
 */
export const CanvasLayer = Renderer.extend({
  initialize(painters, options) {
    setOptions(this, options);
    Renderer.prototype.initialize.call(this, options);
    this._painters = painters;
  },

  /** Draws again at the next frame. */
  redraw() {
    if (this._frame || !this._map) return;
    this._frame = requestAnimationFrame(() => {
      this._frame = null;
      if (this._map && !this._map._animatingZoom) this._paint();
    });
  },

  /** The canvas pixel under a mouse event of the map. */
  toCanvas(containerPoint) {
    return this._map.containerPointToLayerPoint(containerPoint).subtract(this._bounds.min);
  },

  _initContainer() {
    this._container = document.createElement('canvas');
    this._container.className = 'leaflet-layer watchfloor-canvas';
    this._context = this._container.getContext('2d');
  },

  _destroyContainer() {
    cancelAnimationFrame(this._frame);
    this._frame = null;
    this._container.remove();
    delete this._container;
    delete this._context;
  },

  _updatePaths() {},

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    Renderer.prototype._update.call(this);
    const size = this._bounds.getSize();
    const scale = window.devicePixelRatio || 1;
    const canvas = this._container;
    if (canvas.width !== Math.round(size.x * scale) || canvas.height !== Math.round(size.y * scale)) {
      canvas.width = Math.round(size.x * scale);
      canvas.height = Math.round(size.y * scale);
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
    }
    this._origin = this._map.getPixelOrigin().add(this._bounds.min);
    this._updateTransform(this._center, this._zoom);
    this._paint();
  },

  _paint() {
    const size = this._bounds.getSize();
    const scale = window.devicePixelRatio || 1;
    const world = worldPixels(this._zoom);
    const { x: originX, y: originY } = this._origin;
    const view = {
      zoom: this._zoom,
      width: size.x,
      height: size.y,
      scale,
      /** Whether a unit point is in sight, worked out without making anything. */
      holds: (unit, margin) =>
        unit.x * world - originX >= -margin &&
        unit.y * world - originY >= -margin &&
        unit.x * world - originX <= size.x + margin &&
        unit.y * world - originY <= size.y + margin,
      at: (unit) => ({ x: unit.x * world - originX, y: unit.y * world - originY }),
      sees: (point, margin = 0) =>
        point.x >= -margin && point.y >= -margin && point.x <= size.x + margin && point.y <= size.y + margin,
    };
    this._context.setTransform(scale, 0, 0, scale, 0, 0);
    this._context.clearRect(0, 0, size.x, size.y);
    for (const painter of this._painters) painter.paint(this._context, view);
  },
});
