/** The district as tables: brought in from a file, with every fault that it has, and taken out again. */

import { h, setText } from '../element.js';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TYPES = { zip: 'application/zip', xlsx: WORKBOOK, csv: 'text/csv' };

/** The media type that a file's name stands for; null when it is none that can be imported. */
export function typeOf(name) {
  return TYPES[/\.(\w+)$/.exec(name.toLowerCase())?.[1]] ?? null;
}

export class AdminDistrict {
  constructor(page) {
    this.page = page;
    this.file = h('input', { type: 'file', id: 'district-file', accept: '.zip,.xlsx,.csv', testid: 'district-file' });
    this.chosen = h('span', { class: 'quiet', testid: 'district-chosen' });
    this.file.addEventListener('change', () => this.#name());
    this.submit = h('button', { class: 'primary', i18n: 'admin.import', testid: 'district-import' });
    this.verdict = h('p', { role: 'status', testid: 'district-verdict' });
    this.body = h('tbody');
    const heads = ['file', 'line', 'column', 'fault'].map((key) => h('th', { scope: 'col', i18n: `admin.${key}` }));
    const head = h('thead', {}, h('tr', {}, ...heads));
    this.table = h('table', { class: 'admin-table admin-faults', testid: 'district-faults', hidden: true }, head, this.body);
    this.node = h('section', {}, this.#form(), this.verdict, this.table, this.#exports());
    // what the gateway found is in the language it was asked in
    page.language.follow(() => {
      this.#clear();
      this.#name();
    });
  }

  #form() {
    // the browser's own button speaks the browser's language
    const label = h('label', { for: 'district-file', class: 'tool', i18n: 'admin.districtFile' });
    const row = h('div', { class: 'admin-acts admin-file' }, this.file, label, this.chosen, this.submit);
    const hint = h('p', { class: 'quiet', i18n: 'admin.districtHint' });
    const form = h('form', { class: 'admin-form' }, h('h2', { i18n: 'admin.importTitle' }), hint, row);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.page.attempt(() => this.#import());
    });
    return form;
  }

  #exports() {
    const link = (format, key) =>
      h('a', { class: 'tool', href: `/api/v1/district/export?format=${format}`, i18n: key, download: '', testid: `export-${format}` });
    const acts = h('div', { class: 'admin-acts' }, link('csv', 'admin.exportCsv'), link('xlsx', 'admin.exportXlsx'));
    return h('section', { class: 'admin-form' }, h('h2', { i18n: 'admin.exportTitle' }), acts);
  }

  async load() {
    this.#name();
  }

  #name() {
    setText(this.chosen, this.file.files[0]?.name ?? this.page.language.t('admin.noFile'));
  }

  #clear() {
    setText(this.verdict, '');
    this.table.hidden = true;
  }

  async #import() {
    const { t } = this.page.language;
    const [file] = this.file.files;
    const type = file && typeOf(file.name);
    this.#clear();
    if (!type) {
      setText(this.verdict, t('admin.districtKinds'));
      return;
    }
    this.submit.disabled = true;
    setText(this.verdict, t('admin.importing', { file: file.name }));
    try {
      const { rows, created } = await this.page.api.importDistrict(new Blob([file], { type }), type === 'text/csv' ? file.name : null);
      setText(this.verdict, t('admin.imported', { rows, created }));
      this.file.value = '';
      this.#name();
    } catch (problem) {
      if (!problem.faults?.length) {
        this.#clear();
        throw problem;
      }
      setText(this.verdict, t('admin.notImported', { n: problem.faults.length }));
      this.#show(problem.faults);
    } finally {
      this.submit.disabled = false;
    }
  }

  #show(faults) {
    const rows = faults.map(({ file, line, column, detail }) =>
      h('tr', { testid: 'district-fault' }, ...[file, line || '', column ?? '', detail].map((text) => h('td', {}, String(text)))),
    );
    this.body.replaceChildren(...rows);
    this.table.hidden = false;
  }
}
