package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.contract.AlertKind;
import io.watchfloor.contract.Grade;
import java.util.List;

/**
 * How far a topic is above what is usual at one moment.
 *
 * @param topic a code of {@link io.watchfloor.contract.IncidentTypes}
 * @param kind over one cell, several, or the whole area
 * @param cellIds where; empty for the whole area
 * @param windowMinutes over which it stands out most
 * @param count reports in the window
 * @param expected what is usual for the window
 * @param tail probability of so many or more, corrected for the windows and cells that were tried
 * @param shortTail the same over the last two hours at most: whether it still goes on
 * @param negatives reports in the window that complain
 * @param devices reports of sensors and cameras in the last day
 * @param signs see {@link Risk#SIGNS}; empty for the whole area, and for so few reports that nobody is warned
 * @param probability that an incident follows
 */
public record Rise(
        String topic,
        AlertKind kind,
        List<String> cellIds,
        int windowMinutes,
        int count,
        double expected,
        double tail,
        double shortTail,
        int negatives,
        int devices,
        List<Double> signs,
        double probability) {

    /** The level it warrants by these thresholds; null for none. */
    public Grade level(Thresholds thresholds) {
        return thresholds.level(probability, tail, count, windowMinutes);
    }
}
