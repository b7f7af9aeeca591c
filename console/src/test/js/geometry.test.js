import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  areaOutlines,
  boundsOf,
  cluster,
  discRectangles,
  HitGrid,
  inRing,
  LabelSpace,
  ringRectangles,
  sunflower,
  toUnit,
  worldPixels,
} from '../../main/resources/web/js/geometry.js';

test('Web Mercator on the unit square', () => {
  assert.deepEqual(toUnit(0, 0), { x: 0.5, y: 0.5 });
  assert.ok(Math.abs(toUnit(85.0511, -180).y) < 1e-6);
  assert.equal(toUnit(31.23, -180).x, 0);
  assert.ok(toUnit(32, 121).y < toUnit(31, 121).y);
  assert.equal(worldPixels(1), 512);
});

test('bounds leave out what is not located', () => {
  const points = [
    { lat: 1, lon: 5 },
    { lat: null, lon: 9 },
    { lat: 3, lon: 4 },
  ];
  assert.deepEqual(boundsOf(points), [
    [1, 4],
    [3, 5],
  ]);
  assert.equal(boundsOf([{}]), null);
});

test('a cluster stands where its worst member stands', () => {
  const items = [
    { x: 10, y: 10, id: 'red' },
    { x: 25, y: 10, id: 'blue' },
    { x: 90, y: 10, id: 'far' },
  ];
  const clusters = cluster(items, 20);
  assert.deepEqual(
    clusters.map((c) => [c.worst.id, c.members.length]),
    [
      ['red', 2],
      ['far', 1],
    ],
  );
  assert.equal(clusters[0].x, 10);
});

test('clusters across the edges of their grid, and every item is in exactly one', () => {
  assert.equal(
    cluster(
      [
        { x: 19.9, y: 0 },
        { x: 20.1, y: 0 },
        { x: -0.1, y: 0 },
      ],
      20,
    ).length,
    1,
  );
  const many = Array.from({ length: 2000 }, (_, i) => ({ x: (i * 37) % 1440, y: (i * 91) % 900 }));
  const clusters = cluster(many, 30);
  assert.equal(
    clusters.reduce((sum, c) => sum + c.members.length, 0),
    2000,
  );
  assert.equal(cluster(many, 0).length, 2000);
});

/** How often each pixel of a square is covered. */
function covered(rectangles) {
  const pixels = new Map();
  for (const [left, top, width, height] of rectangles) {
    for (let x = left; x < left + width; x++) {
      for (let y = top; y < top + height; y++) pixels.set(`${x},${y}`, (pixels.get(`${x},${y}`) ?? 0) + 1);
    }
  }
  return pixels;
}

test('small discs and rings are made of rectangles that cover each pixel once, alike from all sides', () => {
  for (const across of [1, 2, 5, 6, 7, 14]) {
    const disc = covered(discRectangles(across));
    const ring = covered(ringRectangles(across));
    for (const pixels of [disc, ring]) {
      assert.ok([...pixels.values()].every((times) => times === 1));
      for (const key of pixels.keys()) {
        const [x, y] = key.split(',').map(Number);
        assert.ok(pixels.has(`${across - 1 - x},${y}`) && pixels.has(`${x},${across - 1 - y}`));
      }
    }
    assert.ok([...ring.keys()].every((key) => disc.has(key)));
    assert.ok(Math.abs(disc.size - (Math.PI * across ** 2) / 4) <= across);
    if (across > 3) assert.equal(ring.has(`${across >> 1},${across >> 1}`), false);
  }
});

const gridOf = (...things) => {
  const grid = new HitGrid();
  things.forEach((thing) => grid.add(thing));
  return grid;
};

test('a wide thing is hit over its whole width, and no higher than it is', () => {
  const grid = gridOf({ x: 0, y: 0, radius: 12, halfWidth: 60, id: 'pill' });
  assert.equal(grid.at(58, 0, 0)?.id, 'pill');
  assert.equal(grid.at(-58, 3, 0)?.id, 'pill');
  assert.equal(grid.at(61, 0, 0), null);
  assert.equal(grid.at(0, 13, 0), null);
});

test('the topmost of what lies under the pointer is hit', () => {
  const grid = gridOf({ x: 0, y: 0, radius: 10, id: 'below' }, { x: 5, y: 0, radius: 10, id: 'above' });
  assert.equal(grid.at(4, 0).id, 'above');
  assert.equal(grid.at(-11, 0).id, 'below');
  assert.equal(grid.at(50, 50), null);
});

test('the grid finds what a look at every thing finds, across the edges of its cells', () => {
  let seed = 1;
  const chance = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const things = Array.from({ length: 3_000 }, (_, id) => ({
    id,
    x: chance() * 1_900 - 50,
    y: chance() * 1_000 - 50,
    radius: 4 + chance() * 14,
    halfWidth: id % 10 ? undefined : 80,
  }));
  const grid = gridOf(...things);
  assert.equal(grid.size, things.length);
  const byHand = (x, y) =>
    things.findLast((thing) => {
      const beside = Math.max(0, Math.abs(thing.x - x) - Math.max(0, (thing.halfWidth ?? 0) - thing.radius));
      return beside ** 2 + (thing.y - y) ** 2 <= (thing.radius + 3) ** 2;
    });
  for (let i = 0; i < 2_000; i++) {
    const [x, y] = [chance() * 1_900, chance() * 1_000];
    assert.equal(grid.at(x, y)?.id, byHand(x, y)?.id, `${x} ${y}`);
  }
});

test('several at one spot are spread, the first stays', () => {
  assert.deepEqual(sunflower(0, 8), { dx: 0, dy: 0 });
  const spots = [1, 2, 3, 4, 5].map((n) => sunflower(n, 8));
  for (const [i, a] of spots.entries()) {
    for (const b of spots.slice(i + 1)) assert.ok(Math.hypot(a.dx - b.dx, a.dy - b.dy) > 6);
  }
});

test('inside a ring', () => {
  const ring = [
    [0, 0],
    [0, 2],
    [2, 2],
    [2, 0],
  ];
  assert.ok(inRing(1, 1, ring));
  assert.equal(inRing(3, 1, ring), false);
});

test('edges that two cells of one area share are not outlines', () => {
  const west = {
    areaId: 'A',
    ring: [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 0],
    ],
  };
  const east = {
    areaId: 'A',
    ring: [
      [0, 1],
      [0, 2],
      [1, 2],
      [1, 1],
    ],
  };
  assert.equal(areaOutlines([west, east]).length, 6);
  assert.equal(areaOutlines([west, { ...east, areaId: 'B' }]).length, 8);
});

test('labels that would overlap are not both shown', () => {
  const space = new LabelSpace();
  assert.ok(space.take(0, 0, 100, 16));
  assert.equal(space.take(90, 10, 190, 26), false);
  assert.ok(space.take(101, 0, 200, 16));
  assert.ok(space.take(-300, -40, -200, -24));
});
