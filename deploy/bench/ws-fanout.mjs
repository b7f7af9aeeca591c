/**
 * What most would write: npm's `ws`, and one message per update and socket.
 * node ws-fanout.mjs FOLDER-WITH-WS: prints `port N`; for a line `RATE COUNT FIRST TEXT` on its input it sends COUNT
 * updates of TEXT to every socket, RATE a second, numbered from FIRST, and prints `sent`.
 */
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const require = createRequire(join(process.argv[2], 'package.json'));
const { WebSocketServer } = require('ws');

const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
server.on('listening', () => console.log(`port ${server.address().port}`));

const micros = () => Math.round((performance.timeOrigin + performance.now()) * 1000);

function sendAll(rate, count, first, text) {
  const started = performance.now();
  const startedMicros = micros();
  let sent = 0;
  const timer = setInterval(() => {
    const due = Math.min(count, Math.floor(((performance.now() - started) * rate) / 1000));
    for (; sent < due; sent++) {
      const message = text.replace('STAMP', `fan#${first + sent}-${startedMicros + Math.round((sent * 1e6) / rate)}#`);
      for (const client of server.clients) client.send(message);
    }
    if (sent < count) return;
    clearInterval(timer);
    console.log('sent');
  }, 1);
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const [rate, count, first, ...text] = line.split(' ');
  sendAll(Number(rate), Number(count), Number(first), text.join(' '));
});
