/** Photos of an incident: small ones in a row, one of them large over the page. */

import { button, h, reconcile, setText } from '../element.js';
import { formatWhen } from '../time.js';

export class PhotosPanel {
  #id = null;
  #count = 0;
  #photos = [];

  constructor(desk) {
    this.desk = desk;
    this.title = h('h3', { class: 'photos-title' });
    this.row = h('div', { class: 'photo-row' });
    this.node = h('section', { class: 'photos', testid: 'photos', hidden: true }, this.title, this.row);
    this.large = h('img', { alt: '', testid: 'photo-large' });
    this.caption = h('p', { class: 'quiet' });
    this.dialog = h(
      'dialog',
      { class: 'photo-dialog', testid: 'photo-dialog', label: 'photo.title' },
      button('close', 'secondary', () => this.dialog.close(), { testid: 'photo-close' }),
      this.large,
      this.caption,
    );
    document.body.append(this.dialog);
    this.dialog.addEventListener('click', (event) => event.target === this.dialog && this.dialog.close());
    desk.language.follow(() => this.#render());
  }

  /** Another incident, or none. */
  open(id) {
    this.#id = id;
    this.#count = 0;
    this.#photos = [];
    this.dialog.close();
    this.#render();
  }

  /** Photos are asked for when there are more than before. */
  async show(incident) {
    const count = incident?.photos ?? 0;
    if (incident?.id !== this.#id || count === this.#count || !this.desk.may('getPhoto')) return;
    this.#count = count;
    try {
      const { photos } = await this.desk.api.photos(this.#id);
      if (incident.id !== this.#id) return;
      this.#photos = photos;
      this.#render();
    } catch {
      this.#count = 0;
    }
  }

  #render() {
    const { language } = this.desk;
    this.node.hidden = this.#photos.length === 0;
    setText(this.title, language.t('photo.count', { n: this.#photos.length }));
    reconcile(
      this.row,
      this.#photos,
      (photo) => photo.id,
      (photo) => this.#thumbnail(photo),
      (node, photo) => node.setAttribute('aria-label', language.t('photo.open', { who: photo.actor, when: this.#when(photo) })),
    );
  }

  #when(photo) {
    return formatWhen(photo.happenedAt ?? photo.at, this.desk.district.zone, this.desk.clock.now());
  }

  #thumbnail(photo) {
    const image = h('img', { src: this.desk.api.photoPath(photo.id, true), alt: '', loading: 'lazy' });
    const node = h('button', { type: 'button', class: 'photo-small', testid: 'photo-small', data: { id: photo.id } }, image);
    node.addEventListener('click', () => this.#open(photo));
    return node;
  }

  #open(photo) {
    const { language } = this.desk;
    const text = language.t('photo.open', { who: photo.actor, when: this.#when(photo) });
    this.large.src = this.desk.api.photoPath(photo.id, false);
    this.large.alt = text;
    setText(this.caption, text);
    language.apply(this.dialog);
    this.dialog.showModal();
  }
}
