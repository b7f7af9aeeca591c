/** How reports sound, cell by cell: a tint by what prevails and the word for it. */

import { isOpen } from '../attention.js';
import { isJoined } from '../joining.js';
import { moodByCell, moodStrength, moodWord } from '../mood.js';
import { formatShare } from '../format.js';
import { haloText, trace } from './shapes.js';

const WORD_FROM_ZOOM = 13.2;

export class MoodLayer {
  #cells = [];

  /** @param desk gives `district`, `palette`, `language`, `shows(layer)` */
  constructor(desk) {
    this.desk = desk;
  }

  take(state) {
    const counted = [...state.incidents.values()].filter((incident) => isOpen(incident) || isJoined(incident));
    const { cellById } = this.desk.district;
    this.#cells = [];
    for (const [cellId, mood] of moodByCell(counted)) {
      const cell = cellById.get(cellId);
      const word = moodWord(mood);
      if (cell) this.#cells.push({ cell, word, strength: moodStrength(mood, word) });
    }
  }

  paint(context, view) {
    if (!this.desk.shows('mood')) return;
    const { palette } = this.desk;
    for (const { cell, word, strength } of this.#cells) {
      if (word === 'calm') continue;
      context.beginPath();
      trace(context, view, cell.unit);
      context.globalAlpha = 0.14 + 0.4 * strength;
      context.fillStyle = palette[`mood-${word}`];
      context.fill();
    }
    context.globalAlpha = 1;
    if (view.zoom >= WORD_FROM_ZOOM) this.#words(context, view);
  }

  #words(context, view) {
    const { palette, language } = this.desk;
    context.font = `11.5px ${palette.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    for (const { cell, word, strength } of this.#cells) {
      const at = view.at(cell.middle);
      if (word === 'calm' || !view.sees(at, 30)) continue;
      const text = `${language.t(`mood.${word}`)} ${formatShare(strength)}`;
      haloText(context, text, at.x, at.y, palette['map-place-name'], palette['map-halo']);
    }
  }
}
