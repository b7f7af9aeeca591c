/** The operators: state and timers only. What they decide stands in {@link io.watchfloor.pipeline.rule}. */
package io.watchfloor.pipeline.function;
