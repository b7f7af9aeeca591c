package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.contract.Grade;
import java.time.Instant;

/**
 * Something became known of an alarm.
 *
 * @param source what it is about; an alarm that comes back has the same
 * @param id which of its comings; versions count within it
 * @param version the highest counts
 * @param grade how grave
 * @param told how often somebody was told of it; of an alert, 1
 * @param at when
 * @param standing whether it still asks for somebody
 * @param resumed whether it stands again as it stood before a join, and nobody is told of it by this
 */
public record AlarmNews(
        String source, String id, long version, Grade grade, int told, Instant at, boolean standing, boolean resumed) {}
