package io.watchfloor.contract.dispatch;

/**
 * One line of what an incident requires.
 *
 * @param skillId the skill
 * @param level least level that will do, 1 to 5
 * @param count how many people with it
 * @param covered how many of those already sent cover it
 */
public record Need(String skillId, int level, int count, int covered) {}
