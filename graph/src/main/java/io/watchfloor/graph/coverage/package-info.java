/**
 * What a commander asks about cover: how soon a skill is in each cell, what hangs on one person, whose certificate runs
 * out, what if more happens.
 *
 * <p>Start at {@link io.watchfloor.graph.coverage.CoverageQueries} for the questions and at
 * {@link io.watchfloor.graph.coverage.CoverageAnswers} for how they are answered from memory.
 */
package io.watchfloor.graph.coverage;
