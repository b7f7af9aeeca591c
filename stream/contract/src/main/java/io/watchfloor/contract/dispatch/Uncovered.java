package io.watchfloor.contract.dispatch;

import java.util.List;

/**
 * What sending a team leaves thin: for one of the skills they take away, the cells that the next one would reach too late.
 *
 * @param skillId the skill
 * @param limitSeconds what counts as too late
 * @param cellsBefore how many cells were out of reach already
 * @param cellIds cells that get out of reach; at most 50 are listed
 * @param cellsAfter how many cells are out of reach then
 * @param meanSecondsBefore mean over the cells that can be reached; null when none can
 * @param meanSecondsAfter the same when they are gone; null when none can be reached then
 * @param leftOnDuty how many who have the skill stay free
 */
public record Uncovered(
        String skillId,
        long limitSeconds,
        int cellsBefore,
        List<String> cellIds,
        int cellsAfter,
        Long meanSecondsBefore,
        Long meanSecondsAfter,
        int leftOnDuty) {}
