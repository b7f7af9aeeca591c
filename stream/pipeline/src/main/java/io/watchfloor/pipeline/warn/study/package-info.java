/** Measures how well it warns: simulated incidents, replays of real complaints, a benchmark of general measures. */
package io.watchfloor.pipeline.warn.study;
