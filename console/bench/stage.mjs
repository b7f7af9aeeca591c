/** Serves the console with a made-up picture, without anything behind it: for looking at the page and for measuring it. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, normalize } from 'node:path';
import { madeUpDistrict, Scene } from './scene.mjs';

const WEB = new URL('../src/main/resources/web/', import.meta.url);
const WEBSOCKET_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
/** On a stage everything may be used that a page asks for. */
const ASKED = /(?:\bmay|mayUse|whoMay)\((?:[\w.]+, )?'(\w+)'\)|^  [A-Z]: '(\w{2,})',$/gm;
const scripts = readdirSync(new URL('js/', WEB), { recursive: true }).filter((name) => name.endsWith('.js'));
const operations = scripts.flatMap((name) => [...readFileSync(new URL(`js/${name}`, WEB), 'utf8').matchAll(ASKED)].map(([, id, command]) => id ?? command));
const SIGNED_IN = { operations, signedIn: true, name: 'Wang', roles: ['duty-officer'], areaIds: [], settingUp: false, ready: true, demo: true };
/** The build makes one stylesheet of several; here it is made when it is asked for. */
export const STYLES = /<filelist[^>]* files="([^"]+)"/s.exec(readFileSync(new URL('../pom.xml', import.meta.url), 'utf8'))[1].split(' ');
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A text frame of the WebSocket protocol (RFC 6455), not masked, in one piece. */
export function textFrame(text) {
  const body = Buffer.from(text);
  const extended = body.length < 126 ? 0 : body.length < 65_536 ? 2 : 8;
  const head = Buffer.alloc(2 + extended);
  head[0] = 0x81;
  head[1] = extended === 0 ? body.length : extended === 2 ? 126 : 127;
  if (extended === 2) head.writeUInt16BE(body.length, 2);
  if (extended === 8) head.writeBigUInt64BE(BigInt(body.length), 2);
  return Buffer.concat([head, body]);
}

/** @param leaflet folder of Leaflet's distribution */
export class Stage {
  #sockets = new Set();

  constructor(leaflet, scene = new Scene()) {
    this.leaflet = leaflet;
    this.scene = scene;
    this.answers = {
      '/api/v1/district': madeUpDistrict,
      '/api/v1/session': () => SIGNED_IN,
      '/api/v1/live/ticket': () => ({ ticket: 'stage', protocol: 'watchfloor.v1', validSeconds: 30 }),
    };
    this.server = createServer((request, response) => this.#answer(request, response));
    this.server.on('upgrade', (request, socket) => this.#upgrade(request, socket));
  }

  /** Listens on loopback; gives the address. */
  async open(port = 0) {
    await new Promise((done) => this.server.listen(port, '127.0.0.1', done));
    this.beat = setInterval(() => this.send(this.scene.heartbeat()), 2_000);
    return `http://127.0.0.1:${this.server.address().port}`;
  }

  close() {
    clearInterval(this.beat);
    for (const socket of this.#sockets) socket.destroy();
    this.server.close();
  }

  /** Tells every page. */
  send(message) {
    const frame = textFrame(JSON.stringify(message));
    for (const socket of this.#sockets) socket.write(frame);
  }

  #answer(request, response) {
    const path = normalize(new URL(request.url, 'http://stage').pathname);
    const answer = this.answers[path];
    if (answer || path.startsWith('/api/')) {
      const body = answer ? answer(request, this.scene) : this.#incident(path);
      response.writeHead(body ? 200 : 404, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body ?? { title: 'Not on this stage', detail: `Not on this stage: ${path}` }));
      return;
    }
    if (path === '/css/console.css') {
      response.writeHead(200, { 'Content-Type': TYPES['.css'] });
      response.end(STYLES.map((name) => readFileSync(new URL(`css/console/${name}`, WEB), 'utf8')).join('\n'));
      return;
    }
    const file = this.#file(path);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file.pathname)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  }

  #file(path) {
    if (path.startsWith('/webjars/leaflet/')) return new URL(path.replace(/^\/webjars\/leaflet\/[^/]+\//, ''), this.leaflet);
    const page = { '/': 'index.html', '/responder': 'responder.html', '/handover': 'handover.html', '/admin': 'admin.html' }[path];
    return new URL(page ?? path.slice(1), WEB);
  }

  #incident(path) {
    const [, id, rest] = /^\/api\/v1\/incidents\/([^/]+)(?:\/(.*))?$/.exec(path) ?? [];
    const incident = this.scene.incidents.find((one) => one.id === id);
    if (!incident) return null;
    if (rest === 'candidates') return { needs: [], candidates: [], passedOver: [], shortfalls: [] };
    const assignments = this.scene.assignments.filter((one) => one.incidentId === id);
    return { incident, assignments, timeline: [], reports: [], reportsMore: 0 };
  }

  #upgrade(request, socket) {
    const key = request.headers['sec-websocket-key'];
    const accept = createHash('sha1').update(key + WEBSOCKET_GUID).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\nSec-WebSocket-Protocol: watchfloor.v1\r\n\r\n`,
    );
    socket.write(textFrame(JSON.stringify(this.scene.snapshot())));
    this.#sockets.add(socket);
    socket.on('data', () => {});
    for (const end of ['close', 'error']) socket.on(end, () => this.#sockets.delete(socket));
  }
}

/** Leaflet's files: unpacked from its WebJar by the caller, or a folder named by `LEAFLET`. */
export function leafletFolder() {
  const folder = process.env.LEAFLET ?? new URL('../target/leaflet/', import.meta.url).pathname;
  if (!existsSync(folder) || !readdirSync(folder).includes('dist'))
    throw new Error(`Leaflet is not in ${folder}; ./run unpacks it there, or name its folder in LEAFLET.`);
  return new URL(`file://${folder.endsWith('/') ? folder : `${folder}/`}`);
}
