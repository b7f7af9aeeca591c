package io.watchfloor.contract;

import java.time.Instant;

/**
 * Somebody is signed off.
 *
 * @param reason why
 * @param note in words; null when nothing was said
 * @param until when they can be sent again by themselves; null when somebody has to say so
 * @param by officer who signed them off
 * @param since when
 */
public record Absence(AbsenceReason reason, String note, Instant until, String by, Instant since) {}
