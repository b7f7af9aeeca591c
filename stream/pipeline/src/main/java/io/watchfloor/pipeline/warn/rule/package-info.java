/**
 * How a rise is told from what is usual, as pure functions of what was seen: no clock, no chance, {@code StrictMath}
 * only. {@link io.watchfloor.pipeline.warn.rule.Watch} is where to start reading.
 */
package io.watchfloor.pipeline.warn.rule;
