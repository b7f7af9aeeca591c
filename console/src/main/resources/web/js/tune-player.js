/** Plays tunes by the browser itself. A browser lets a page sound only after a hand has touched it. */

import { createSubject } from './subject.js';
import { TUNES } from './sounds.js';

export class TunePlayer {
  #context = null;

  constructor() {
    this.blocked = createSubject(false);
  }

  /** To be called when a hand touches the page. */
  unlock() {
    this.#context ??= new AudioContext();
    if (this.#context.state === 'suspended') this.#context.resume().then(() => this.blocked.set(false));
    else this.blocked.set(false);
  }

  /** Plays the tune of a grade, `volume` from 0 to 1; says so in `blocked` when the browser does not let it. */
  play(grade, volume) {
    this.#context ??= new AudioContext();
    if (this.#context.state === 'suspended') {
      this.blocked.set(true);
      return;
    }
    const start = this.#context.currentTime + 0.02;
    for (const note of TUNES[grade] ?? TUNES.IV) this.#note(note, start, volume);
  }

  #note({ at, seconds, hertz, loud }, start, volume) {
    const context = this.#context;
    const tone = new OscillatorNode(context, { type: 'triangle', frequency: hertz });
    const gain = new GainNode(context, { gain: 0 });
    const peak = loud * volume * 0.5;
    gain.gain.setValueAtTime(0, start + at);
    gain.gain.linearRampToValueAtTime(peak, start + at + 0.012);
    gain.gain.setValueAtTime(peak, start + at + seconds - 0.03);
    gain.gain.linearRampToValueAtTime(0, start + at + seconds);
    tone.connect(gain).connect(context.destination);
    tone.start(start + at);
    tone.stop(start + at + seconds);
  }
}
