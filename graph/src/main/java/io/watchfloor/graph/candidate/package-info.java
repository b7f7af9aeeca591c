/**
 * Who could go to an incident, how fast, why, and why not somebody nearer.
 *
 * <p>Start at {@link io.watchfloor.graph.candidate.Dispatcher} for the questions and at {@code InMemoryProjection} for the
 * answers: {@code Recommendation} puts them together from {@code CandidateSearch} and {@code TeamSearch}.
 */
package io.watchfloor.graph.candidate;
