/**
 * What a commander asks about cover: how soon a skill is in each cell, what hangs on one person, whose certificate runs
 * out, what if more happens. {@link io.watchfloor.graph.coverage.CoverageQueries} answers from memory.
 */
package io.watchfloor.graph.coverage;
