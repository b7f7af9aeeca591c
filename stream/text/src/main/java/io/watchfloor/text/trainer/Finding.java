package io.watchfloor.text.trainer;

/**
 * What was measured on one set of texts.
 *
 * @param title what the texts are
 * @param note what a reader must know of them
 */
record Finding(String title, String note, Confusion confusion) {}
