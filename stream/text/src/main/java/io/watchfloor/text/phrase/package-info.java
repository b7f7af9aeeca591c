/** Finds given words in a text, however they are written. */
package io.watchfloor.text.phrase;
