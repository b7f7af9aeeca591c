/** Append-only files of what was taken in, beside Redis, so that what Redis loses can be fed again. */
package io.watchfloor.gateway.journal;
