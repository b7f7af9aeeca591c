/**
 * Measures the running system: how many reports it accepts, how soon a report is on a console, how fast the question
 * "who could go" is answered, how much memory each process holds, and whether a replayed file comes out whole.
 *
 * <p>Start at {@link io.watchfloor.bench.BenchMain}. Figures are printed as Markdown; none is asserted.
 */
package io.watchfloor.bench;
