package io.watchfloor.pipeline.duty.rule;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long something may take.
 *
 * @param within longest time that is good
 * @param norm who says so, with the edition; {@code local setting} when it is this place's own
 */
public record Target(Duration within, String norm) implements Serializable {}
