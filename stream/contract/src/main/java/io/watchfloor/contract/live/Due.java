package io.watchfloor.contract.live;

import io.watchfloor.contract.EscalationStage;
import java.time.Instant;

/**
 * What an incident waits for.
 *
 * @param stage what
 * @param at when the target runs out
 * @param rung 0 the duty officer, 1 the shift leader, 2 the director
 * @param told how often somebody was told that it has run out
 * @param nextAt when the next is told; null when nobody will be
 * @param norm where the target comes from
 */
public record Due(EscalationStage stage, Instant at, int rung, int told, Instant nextAt, String norm) {}
