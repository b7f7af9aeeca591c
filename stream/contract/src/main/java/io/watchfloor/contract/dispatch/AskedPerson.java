package io.watchfloor.contract.dispatch;

/**
 * What can be said about one person who was asked about.
 *
 * @param person who, how far, and everything that speaks for them, or against them
 * @param rank how many of those who could go are there sooner, and one; null when they cannot go
 */
public record AskedPerson(Candidate person, Integer rank) {}
