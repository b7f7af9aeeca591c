/** 中文 and English, switched at once. */

import en from './en.js';
import zh from './zh.js';
import { createSubject } from '../subject.js';

export const DICTIONARIES = { zh, en };

const ONE_OR_MANY = /\{(\w+)\|([^|}]*)\|([^}]*)\}/g;

/** Fills `{name}` in a text, and takes one of the words of `{name|report|reports}`: the first when there is one. */
export function fill(text, values) {
  if (!values) return text;
  return text
    .replace(ONE_OR_MANY, (whole, name, one, many) => (String(values[name]) === '1' ? one : many))
    .replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** The language to start in: from the address, else remembered, else what the browser prefers. */
export function firstLanguage(fromUrl, rememberedCode, preferred) {
  return [fromUrl, rememberedCode].find((code) => code in DICTIONARIES) ?? (/^zh/i.test(preferred ?? '') ? 'zh' : 'en');
}

/** The language in force: `t` looks a text up, `apply` sets every translated text below a node. */
export function createLanguage(code) {
  const current = createSubject(code);
  const t = (key, values) => fill(DICTIONARIES[current.value][key] ?? key, values);
  return {
    t,
    get code() {
      return current.value;
    },
    set: current.set,
    follow: current.follow,
    units: () => ({ s: t('unit.s'), min: t('unit.min'), h: t('unit.h'), d: t('unit.d') }),
    apply(root) {
      const each = (name, put) => {
        const attribute = `data-${name}`;
        const nodes = [...root.querySelectorAll(`[${attribute}]`)];
        if (root.hasAttribute?.(attribute)) nodes.push(root);
        for (const node of nodes) put(node, t(node.getAttribute(attribute)));
      };
      each('i18n', (node, text) => (node.textContent = text));
      each('i18n-label', (node, text) => node.setAttribute('aria-label', text));
      each('i18n-tip', (node, text) => (node.title = text));
      each('i18n-hint', (node, text) => node.setAttribute('placeholder', text));
    },
  };
}
