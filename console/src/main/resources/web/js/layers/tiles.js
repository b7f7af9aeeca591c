/** Map tiles under the district. Tiles on GCJ-02 are laid so that they fit what is drawn in WGS-84 on top of them. */

import { LatLng, TileLayer } from 'leaflet';
import { toGcj02 } from '../gcj02.js';

const NEAREST_TILES = 19;

function onTheirMap(centre) {
  const { lat, lon } = toGcj02(centre.lat, centre.lng);
  return new LatLng(lat, lon);
}

/** The shift hardly differs within a view, so that moving the view's middle moves every tile to its place. */
const ShiftedTiles = TileLayer.extend({
  _getTiledPixelBounds(centre) {
    return TileLayer.prototype._getTiledPixelBounds.call(this, onTheirMap(centre));
  },
  _setZoomTransform(level, centre, zoom) {
    TileLayer.prototype._setZoomTransform.call(this, level, onTheirMap(centre), zoom);
  },
});

/** @param district `tileUrl`, and `tileDatum`: `WGS84` or `GCJ02` */
export function tileLayer({ tileUrl, tileDatum }) {
  const Tiles = tileDatum === 'GCJ02' ? ShiftedTiles : TileLayer;
  return new Tiles(tileUrl, { maxZoom: NEAREST_TILES });
}
