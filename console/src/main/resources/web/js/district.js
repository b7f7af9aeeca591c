/** The district as the page needs it: looked up by id, roads with their ends, outlines of areas. */

import { createAddresses } from './addresses.js';
import { areaOutlines, boundsOf, inRing, toUnit } from './geometry.js';
import { nameIn } from './format.js';

const byId = (list) => new Map((list ?? []).map((entry) => [entry.id, entry]));

const MAJOR_KMH = 55;
const MIDDLE_KMH = 35;

/** Roads by how fast they are: `major`, `middle`, `minor`. */
export function speedClass(speedKmh) {
  if (speedKmh >= MAJOR_KMH) return 'major';
  return speedKmh >= MIDDLE_KMH ? 'middle' : 'minor';
}

function joinRoads(roads, places) {
  return (roads ?? []).flatMap((road) => {
    const from = places.get(road.fromPlaceId);
    const to = places.get(road.toPlaceId);
    if (!from || !to) return [];
    const ends = { a: toUnit(from.lat, from.lon), b: toUnit(to.lat, to.lon) };
    return [{ ...ends, id: road.id, fromPlaceId: road.fromPlaceId, nameZh: road.nameZh, nameEn: road.nameEn, speed: speedClass(road.speedKmh) }];
  });
}

const unitRing = (ring) => ring.map(([lat, lon]) => toUnit(lat, lon));

const middle = (ring) => ({
  x: ring.reduce((sum, point) => sum + point.x, 0) / ring.length,
  y: ring.reduce((sum, point) => sum + point.y, 0) / ring.length,
});

function placeAreas(areas, cells) {
  return (areas ?? []).flatMap((area) => {
    const points = cells.filter((cell) => cell.areaId === area.id).map((cell) => cell.middle);
    return points.length ? [{ ...area, at: middle(points) }] : [];
  });
}

/** Reads `GET /district`; anything may be missing, an empty district is one too. */
export function readDistrict(json) {
  const source = json ?? {};
  const places = byId(source.places);
  const cells = (source.cells ?? []).map((cell) => {
    const unit = unitRing(cell.ring);
    return { ...cell, unit, middle: middle(unit) };
  });
  const cellById = byId(cells);
  const areaById = byId(source.areas);
  const corners = cells.flatMap((cell) => cell.ring.map(([lat, lon]) => ({ lat, lon })));
  const organizations = byId(source.organizations);
  const skills = byId(source.skills);
  const roads = joinRoads(source.roads, places);
  const equipment = byId(source.equipment);
  const types = new Map((source.incidentTypes ?? []).map((type) => [type.code, type]));
  return {
    id: source.id ?? null,
    nameZh: source.nameZh ?? '',
    nameEn: source.nameEn ?? '',
    zone: source.zone ?? undefined,
    tileUrl: source.tileUrl ?? null,
    tileDatum: source.tileDatum ?? 'WGS84',
    bounds: boundsOf(corners.length ? corners : places.values()),
    cells,
    cellById,
    areas: placeAreas(source.areas, cells),
    areaById,
    outlines: areaOutlines(cells).map(unitRing),
    roads,
    roadById: byId(roads),
    skills: [...skills.values()],
    requirements: source.requirements ?? [],
    places: [...places.values()].map((place) => ({ ...place, at: toUnit(place.lat, place.lon) })),
    types,
    typeName(code, language) {
      const type = types.get(code);
      return (language === 'zh' ? type?.zh : type?.en) ?? code ?? '';
    },
    organizations: [...organizations.values()],
    organizationName: (id, language) => nameIn(language, organizations.get(id) ?? { id }),
    equipmentName: (id, language) => nameIn(language, equipment.get(id) ?? { id }),
    skillName: (id, language) => nameIn(language, skills.get(id) ?? { id }),
    /** Where an incident is, as far as there are names in the language. */
    addressIn: createAddresses([...places.values(), ...roads, ...(source.areas ?? [])], places),
    /** A cell with the area it belongs to; empty for none. */
    cellIn(language, cellId) {
      const cell = cellById.get(cellId);
      return cell ? [areaById.get(cell.areaId), cell].map((named) => nameIn(language, named)).filter(Boolean).join(' · ') : '';
    },
    cellAt: (lat, lon) => cells.find((cell) => inRing(lat, lon, cell.ring)) ?? null,
  };
}
